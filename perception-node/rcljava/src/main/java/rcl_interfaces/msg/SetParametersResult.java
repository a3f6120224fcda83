package rcl_interfaces.msg;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import java.util.Objects;

/**
 * Whether a change was taken, and why not.
 */
public final class SetParametersResult extends WireMessage {

    private boolean successful;
    private String reason = "";

    /** Whether it was taken. */
    public boolean getSuccessful() {
        return successful;
    }

    public SetParametersResult setSuccessful(boolean successful) {
        this.successful = successful;
        return this;
    }

    /** Why not, in one line. */
    public String getReason() {
        return reason;
    }

    public SetParametersResult setReason(String reason) {
        this.reason = Objects.requireNonNull(reason, "reason");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.bool(successful);
        out.text(reason);
    }

    @Override
    public void decode(CdrReader in) {
        successful = in.bool();
        reason = in.text();
    }
}
