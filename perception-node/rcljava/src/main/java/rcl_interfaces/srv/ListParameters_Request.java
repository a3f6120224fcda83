package rcl_interfaces.srv;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import java.util.List;
import java.util.Objects;

/**
 * A request: which parameters are there?
 */
public final class ListParameters_Request extends WireMessage {

    private List<String> prefixes = List.of();
    private long depth;

    /** What their names begin with; none = all. */
    public List<String> getPrefixes() {
        return prefixes;
    }

    public ListParameters_Request setPrefixes(List<String> prefixes) {
        this.prefixes = Objects.requireNonNull(prefixes, "prefixes");
        return this;
    }

    /** How many levels deep; 0 = any. */
    public long getDepth() {
        return depth;
    }

    public ListParameters_Request setDepth(long depth) {
        this.depth = depth;
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.list(prefixes, CdrWriter::text);
        out.int64(depth);
    }

    @Override
    public void decode(CdrReader in) {
        prefixes = in.list(4, CdrReader::text);
        depth = in.int64();
    }
}
