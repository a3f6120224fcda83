package lifecycle_msgs.msg;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import java.util.Objects;

/**
 * A transition with where it begins and ends.
 */
public final class TransitionDescription extends WireMessage {

    private Transition transition = new Transition();
    private State startState = new State();
    private State goalState = new State();

    /** The transition. */
    public Transition getTransition() {
        return transition;
    }

    public TransitionDescription setTransition(Transition transition) {
        this.transition = Objects.requireNonNull(transition, "transition");
        return this;
    }

    /** Where it begins. */
    public State getStartState() {
        return startState;
    }

    public TransitionDescription setStartState(State startState) {
        this.startState = Objects.requireNonNull(startState, "start_state");
        return this;
    }

    /** Where it ends. */
    public State getGoalState() {
        return goalState;
    }

    public TransitionDescription setGoalState(State goalState) {
        this.goalState = Objects.requireNonNull(goalState, "goal_state");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.message(transition);
        out.message(startState);
        out.message(goalState);
    }

    @Override
    public void decode(CdrReader in) {
        in.message(transition);
        in.message(startState);
        in.message(goalState);
    }
}
