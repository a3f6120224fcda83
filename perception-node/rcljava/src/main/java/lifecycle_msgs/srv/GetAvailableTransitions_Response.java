package lifecycle_msgs.srv;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import lifecycle_msgs.msg.TransitionDescription;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The answer to {@link GetAvailableTransitions_Request}.
 */
public final class GetAvailableTransitions_Response extends WireMessage {

    private List<TransitionDescription> availableTransitions = new ArrayList<>();

    /** All that can be gone through. */
    public List<TransitionDescription> getAvailableTransitions() {
        return availableTransitions;
    }

    public GetAvailableTransitions_Response setAvailableTransitions(
            List<TransitionDescription> availableTransitions) {
        this.availableTransitions =
                Objects.requireNonNull(availableTransitions, "available_transitions");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.messages(availableTransitions);
    }

    @Override
    public void decode(CdrReader in) {
        availableTransitions = in.messages(availableTransitions, TransitionDescription::new, 1);
    }
}
