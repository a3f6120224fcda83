package lifecycle_msgs.msg;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import java.util.Objects;

/**
 * A transition that happened.
 */
public final class TransitionEvent extends WireMessage {

    private long timestamp;
    private Transition transition = new Transition();
    private State startState = new State();
    private State goalState = new State();

    /** When, ns since 1970. */
    public long getTimestamp() {
        return timestamp;
    }

    public TransitionEvent setTimestamp(long timestamp) {
        this.timestamp = timestamp;
        return this;
    }

    /** The transition. */
    public Transition getTransition() {
        return transition;
    }

    public TransitionEvent setTransition(Transition transition) {
        this.transition = Objects.requireNonNull(transition, "transition");
        return this;
    }

    /** The state before. */
    public State getStartState() {
        return startState;
    }

    public TransitionEvent setStartState(State startState) {
        this.startState = Objects.requireNonNull(startState, "start_state");
        return this;
    }

    /** The state now. */
    public State getGoalState() {
        return goalState;
    }

    public TransitionEvent setGoalState(State goalState) {
        this.goalState = Objects.requireNonNull(goalState, "goal_state");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.int64(timestamp);
        out.message(transition);
        out.message(startState);
        out.message(goalState);
    }

    @Override
    public void decode(CdrReader in) {
        timestamp = in.int64();
        in.message(transition);
        in.message(startState);
        in.message(goalState);
    }
}
