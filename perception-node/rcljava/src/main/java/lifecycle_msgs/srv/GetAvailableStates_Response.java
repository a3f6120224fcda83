package lifecycle_msgs.srv;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import lifecycle_msgs.msg.State;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The answer to {@link GetAvailableStates_Request}.
 */
public final class GetAvailableStates_Response extends WireMessage {

    private List<State> availableStates = new ArrayList<>();

    /** All of them. */
    public List<State> getAvailableStates() {
        return availableStates;
    }

    public GetAvailableStates_Response setAvailableStates(List<State> availableStates) {
        this.availableStates = Objects.requireNonNull(availableStates, "available_states");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.messages(availableStates);
    }

    @Override
    public void decode(CdrReader in) {
        availableStates = in.messages(availableStates, State::new, 1);
    }
}
