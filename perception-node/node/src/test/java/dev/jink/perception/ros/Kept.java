package dev.jink.perception.ros;

import org.ros2.rcljava.interfaces.MessageDefinition;
import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.publisher.Publisher;

import java.lang.ref.WeakReference;

/** A publisher without a wire: it keeps the last message, which its owner fills anew each time. */
final class Kept<T extends MessageDefinition> implements Publisher<T> {
    private T last;
    private int count;

    T last() {
        return last;
    }

    int count() {
        return count;
    }

    @Override
    public void publish(T message) {
        last = message;
        count++;
    }

    @Override
    public WeakReference<Node> getNodeReference() {
        return new WeakReference<>(null);
    }

    @Override
    public int getSubscriptionCount() {
        return 0;
    }

    @Override
    public String getTopic() {
        return "";
    }

    @Override
    public void dispose() {}

    @Override
    public long getHandle() {
        return 0;
    }
}
