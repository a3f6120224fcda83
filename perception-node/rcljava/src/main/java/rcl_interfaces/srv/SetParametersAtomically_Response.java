package rcl_interfaces.srv;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import rcl_interfaces.msg.SetParametersResult;

import java.util.Objects;

/**
 * The answer to {@link SetParametersAtomically_Request}.
 */
public final class SetParametersAtomically_Response extends WireMessage {

    private SetParametersResult result = new SetParametersResult();

    /** For all of them. */
    public SetParametersResult getResult() {
        return result;
    }

    public SetParametersAtomically_Response setResult(SetParametersResult result) {
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
