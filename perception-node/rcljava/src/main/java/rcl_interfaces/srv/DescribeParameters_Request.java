package rcl_interfaces.srv;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import java.util.List;
import java.util.Objects;

/**
 * A request: what are these parameters for?
 */
public final class DescribeParameters_Request extends WireMessage {

    private List<String> names = List.of();

    /** Their names. */
    public List<String> getNames() {
        return names;
    }

    public DescribeParameters_Request setNames(List<String> names) {
        this.names = Objects.requireNonNull(names, "names");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.list(names, CdrWriter::text);
    }

    @Override
    public void decode(CdrReader in) {
        names = in.list(4, CdrReader::text);
    }
}
