package rcl_interfaces.msg;

import org.ros2.rcljava.interfaces.MessageDefinition;

import java.util.Objects;

/**
 * A name and a value.
 */
public final class Parameter implements MessageDefinition {

    private String name = "";
    private ParameterValue value = new ParameterValue();

    /** Name, dots between its parts. */
    public String getName() {
        return name;
    }

    public Parameter setName(String name) {
        this.name = Objects.requireNonNull(name, "name");
        return this;
    }

    /** Its value. */
    public ParameterValue getValue() {
        return value;
    }

    public Parameter setValue(ParameterValue value) {
        this.value = Objects.requireNonNull(value, "value");
        return this;
    }
}
