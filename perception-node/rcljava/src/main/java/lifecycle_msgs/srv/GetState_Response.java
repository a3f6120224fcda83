package lifecycle_msgs.srv;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import lifecycle_msgs.msg.State;

import java.util.Objects;

/**
 * The answer to {@link GetState_Request}.
 */
public final class GetState_Response extends WireMessage {

    private State currentState = new State();

    /** The state now. */
    public State getCurrentState() {
        return currentState;
    }

    public GetState_Response setCurrentState(State currentState) {
        this.currentState = Objects.requireNonNull(currentState, "current_state");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.message(currentState);
    }

    @Override
    public void decode(CdrReader in) {
        in.message(currentState);
    }
}
