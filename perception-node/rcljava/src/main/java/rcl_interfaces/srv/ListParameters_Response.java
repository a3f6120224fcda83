package rcl_interfaces.srv;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import rcl_interfaces.msg.ListParametersResult;

import java.util.Objects;

/**
 * The answer to {@link ListParameters_Request}.
 */
public final class ListParameters_Response extends WireMessage {

    private ListParametersResult result = new ListParametersResult();

    /** Their names. */
    public ListParametersResult getResult() {
        return result;
    }

    public ListParameters_Response setResult(ListParametersResult result) {
        this.result = Objects.requireNonNull(result, "result");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.message(result);
    }

    @Override
    public void decode(CdrReader in) {
        in.message(result);
    }

    @Override
    public int maxEncodedBytes() {
        return 1 << 17;
    }
}
