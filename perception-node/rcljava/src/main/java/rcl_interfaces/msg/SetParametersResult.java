package rcl_interfaces.msg;

import org.ros2.rcljava.interfaces.MessageDefinition;

import java.util.Objects;

/**
 * Whether a change was taken, and why not.
 */
public final class SetParametersResult implements MessageDefinition {

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
}
