package lifecycle_msgs.srv;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

/**
 * The answer to {@link ChangeState_Request}.
 */
public final class ChangeState_Response extends WireMessage {

    private boolean success;

    /** Whether it was gone through. */
    public boolean getSuccess() {
        return success;
    }

    public ChangeState_Response setSuccess(boolean success) {
        this.success = success;
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.bool(success);
    }

    @Override
    public void decode(CdrReader in) {
        success = in.bool();
    }
}
