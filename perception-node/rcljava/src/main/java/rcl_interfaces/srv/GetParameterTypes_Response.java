package rcl_interfaces.srv;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import java.util.List;
import java.util.Objects;

/**
 * The answer to {@link GetParameterTypes_Request}.
 */
public final class GetParameterTypes_Response extends WireMessage {

    private List<Byte> types = List.of();

    /** Numbers of {@code ParameterType}, in the order of the names. */
    public List<Byte> getTypes() {
        return types;
    }

    public GetParameterTypes_Response setTypes(List<Byte> types) {
        this.types = Objects.requireNonNull(types, "types");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.list(types, CdrWriter::int8);
    }

    @Override
    public void decode(CdrReader in) {
        types = in.list(1, CdrReader::int8);
    }

    @Override
    public int maxEncodedBytes() {
        return 1 << 17;
    }
}
