package dev.jink.perception.ros;

import dev.jink.perception.ros.Lifecycle.Change;

import lifecycle_msgs.msg.State;
import lifecycle_msgs.msg.Transition;
import lifecycle_msgs.msg.TransitionDescription;
import lifecycle_msgs.msg.TransitionEvent;
import lifecycle_msgs.srv.ChangeState;
import lifecycle_msgs.srv.ChangeState_Request;
import lifecycle_msgs.srv.ChangeState_Response;
import lifecycle_msgs.srv.GetAvailableStates;
import lifecycle_msgs.srv.GetAvailableStates_Request;
import lifecycle_msgs.srv.GetAvailableStates_Response;
import lifecycle_msgs.srv.GetAvailableTransitions;
import lifecycle_msgs.srv.GetAvailableTransitions_Request;
import lifecycle_msgs.srv.GetAvailableTransitions_Response;
import lifecycle_msgs.srv.GetState;
import lifecycle_msgs.srv.GetState_Request;
import lifecycle_msgs.srv.GetState_Response;

import org.ros2.rcljava.consumers.TriConsumer;
import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.publisher.Publisher;
import org.ros2.rcljava.qos.QoSProfile;
import org.ros2.rcljava.service.RMWRequestId;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The lifecycle as the network sees it: the services and the topic that {@code ros2 lifecycle} uses.
 * Made by {@link #offer} only, for an rcljava need not have their messages.
 */
final class LifecycleServices {
    private static final int DEPTH = 10;

    private final Publisher<TransitionEvent> events;
    private final LongSupplier stampNanos;

    private LifecycleServices(Node node, LongSupplier stampNanos) {
        this.stampNanos = stampNanos;
        events =
                node.createPublisher(
                        TransitionEvent.class, "~/transition_event", QoSProfile.keepLast(DEPTH));
    }

    /** Says what was gone through. */
    void tell(Change change) {
        TransitionEvent event = new TransitionEvent();
        event.setTimestamp(stampNanos.getAsLong());
        event.setTransition(message(change));
        event.setStartState(message(change.from()));
        event.setGoalState(message(change.to()));
        events.publish(event);
    }

    /** Offers the topic; the services answer once {@link #serve} is called. */
    static LifecycleServices on(Node node, LongSupplier stampNanos) {
        return new LifecycleServices(node, stampNanos);
    }

    /** Offers the services. */
    void serve(Node node, Lifecycle lifecycle) {
        TriConsumer<RMWRequestId, ChangeState_Request, ChangeState_Response> change =
                (id, request, response) ->
                        response.setSuccess(
                                lifecycle.change(
                                        Byte.toUnsignedInt(request.getTransition().getId()),
                                        request.getTransition().getLabel()));
        node.createService(ChangeState.class, "~/change_state", change);
        TriConsumer<RMWRequestId, GetState_Request, GetState_Response> state =
                (id, request, response) -> response.setCurrentState(message(lifecycle.state()));
        node.createService(GetState.class, "~/get_state", state);
        TriConsumer<RMWRequestId, GetAvailableStates_Request, GetAvailableStates_Response> states =
                (id, request, response) ->
                        response.setAvailableStates(
                                Arrays.stream(Lifecycle.State.values())
                                        .map(LifecycleServices::message)
                                        .toList());
        node.createService(GetAvailableStates.class, "~/get_available_states", states);
        TriConsumer<RMWRequestId, GetAvailableTransitions_Request, GetAvailableTransitions_Response>
                available =
                        (id, request, response) ->
                                response.setAvailableTransitions(
                                        descriptions(lifecycle.available()));
        node.createService(GetAvailableTransitions.class, "~/get_available_transitions", available);
        TriConsumer<RMWRequestId, GetAvailableTransitions_Request, GetAvailableTransitions_Response>
                all =
                        (id, request, response) ->
                                response.setAvailableTransitions(
                                        descriptions(List.of(Change.values())));
        node.createService(GetAvailableTransitions.class, "~/get_transition_graph", all);
    }

    private static List<TransitionDescription> descriptions(List<Change> changes) {
        return changes.stream().map(LifecycleServices::description).toList();
    }

    private static TransitionDescription description(Change change) {
        return new TransitionDescription()
                .setTransition(message(change))
                .setStartState(message(change.from()))
                .setGoalState(message(change.to()));
    }

    private static Transition message(Change change) {
        return new Transition().setId(change.id()).setLabel(change.label());
    }

    private static State message(Lifecycle.State state) {
        return new State().setId(state.id()).setLabel(state.label());
    }
}
