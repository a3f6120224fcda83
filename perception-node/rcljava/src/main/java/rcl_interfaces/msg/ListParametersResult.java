package rcl_interfaces.msg;

import org.ros2.rcljava.interfaces.MessageDefinition;

import java.util.List;
import java.util.Objects;

/**
 * Names of parameters.
 */
public final class ListParametersResult implements MessageDefinition {

    private List<String> names = List.of();
    private List<String> prefixes = List.of();

    /** Full names. */
    public List<String> getNames() {
        return names;
    }

    public ListParametersResult setNames(List<String> names) {
        this.names = Objects.requireNonNull(names, "names");
        return this;
    }

    /** Prefixes. */
    public List<String> getPrefixes() {
        return prefixes;
    }

    public ListParametersResult setPrefixes(List<String> prefixes) {
        this.prefixes = Objects.requireNonNull(prefixes, "prefixes");
        return this;
    }
}
