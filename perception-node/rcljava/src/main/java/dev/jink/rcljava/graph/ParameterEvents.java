package dev.jink.rcljava.graph;

import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.parameters.ParameterVariant;
import org.ros2.rcljava.publisher.Publisher;
import org.ros2.rcljava.qos.QoSProfile;

import rcl_interfaces.msg.Parameter;
import rcl_interfaces.msg.ParameterEvent;

import java.time.Instant;
import java.util.List;

/** Says on {@code /parameter_events} what became of a node's parameters. */
final class ParameterEvents implements ParameterStore.Changes {
    // More than a node declares: none is lost to one who listens from the start.
    private static final int DEPTH = 1000;

    private final String node;
    private final Publisher<ParameterEvent> out;

    ParameterEvents(Node node) {
        this.node = Names.join(node.getNamespace(), node.getName());
        out =
                node.createPublisher(
                        ParameterEvent.class, "/parameter_events", QoSProfile.keepLast(DEPTH));
    }

    @Override
    public void declared(ParameterVariant one) {
        say(event().setNewParameters(messages(List.of(one))));
    }

    @Override
    public void changed(List<ParameterVariant> several) {
        say(event().setChangedParameters(messages(several)));
    }

    @Override
    public void forgotten(ParameterVariant one) {
        say(event().setDeletedParameters(messages(List.of(one))));
    }

    private ParameterEvent event() {
        Instant now = Instant.now();
        ParameterEvent event = new ParameterEvent().setNode(node);
        event.getStamp().setSec((int) now.getEpochSecond()).setNanosec(now.getNano());
        return event;
    }

    private void say(ParameterEvent event) {
        if (out.getHandle() != 0) {
            out.publish(event);
        }
    }

    private static List<Parameter> messages(List<ParameterVariant> several) {
        return several.stream().map(ParameterVariant::toParameter).toList();
    }
}
