package rcl_interfaces.msg;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import java.util.Objects;

/**
 * A name and a value.
 */
public final class Parameter extends WireMessage {

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

    @Override
    public void encode(CdrWriter out) {
        out.text(name);
        out.message(value);
    }

    @Override
    public void decode(CdrReader in) {
        name = in.text();
        in.message(value);
    }
}
