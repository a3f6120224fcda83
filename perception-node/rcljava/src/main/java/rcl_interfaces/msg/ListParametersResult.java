package rcl_interfaces.msg;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import java.util.List;
import java.util.Objects;

/**
 * Names of parameters.
 */
public final class ListParametersResult extends WireMessage {

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

    @Override
    public void encode(CdrWriter out) {
        out.list(names, CdrWriter::text);
        out.list(prefixes, CdrWriter::text);
    }

    @Override
    public void decode(CdrReader in) {
        names = in.list(4, CdrReader::text);
        prefixes = in.list(4, CdrReader::text);
    }
}
