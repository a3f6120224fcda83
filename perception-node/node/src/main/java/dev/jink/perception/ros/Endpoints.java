package dev.jink.perception.ros;

import org.ros2.rcljava.interfaces.Disposable;
import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.publisher.Publisher;
import org.ros2.rcljava.subscription.Subscription;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What a node had at a time, so that what came later can be given back. */
final class Endpoints {
    private final Node node;
    private final Set<Object> present = Collections.newSetFromMap(new IdentityHashMap<>());

    private Endpoints(Node node) {
        this.node = node;
        present.addAll(node.getTimers());
        present.addAll(node.getSubscriptions());
        present.addAll(node.getPublishers());
    }

    static Endpoints of(Node node) {
        return new Endpoints(node);
    }

    /** Removes timers, subscriptions and publishers made since. On the spinning thread. */
    void removeAllOther() {
        later(node.getTimers()).forEach(timer -> ((Disposable) timer).dispose());
        later(node.getSubscriptions())
                .forEach(one -> node.removeSubscription((Subscription<?>) one));
        later(node.getPublishers()).forEach(one -> node.removePublisher((Publisher<?>) one));
    }

    private List<?> later(Collection<?> now) {
        return now.stream().filter(one -> !present.contains(one)).toList();
    }
}
