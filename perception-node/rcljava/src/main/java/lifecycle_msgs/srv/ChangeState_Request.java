package lifecycle_msgs.srv;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import lifecycle_msgs.msg.Transition;

import java.util.Objects;

/**
 * A request: go through this transition.
 */
public final class ChangeState_Request extends WireMessage {

    private Transition transition = new Transition();

    /** Which one, by number or, with 0, by label. */
    public Transition getTransition() {
        return transition;
    }

    public ChangeState_Request setTransition(Transition transition) {
        this.transition = Objects.requireNonNull(transition, "transition");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.message(transition);
    }

    @Override
    public void decode(CdrReader in) {
        in.message(transition);
    }
}
