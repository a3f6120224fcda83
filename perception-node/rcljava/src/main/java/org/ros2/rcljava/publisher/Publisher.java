package org.ros2.rcljava.publisher;

import org.ros2.rcljava.interfaces.Disposable;
import org.ros2.rcljava.interfaces.MessageDefinition;
import org.ros2.rcljava.node.Node;

import java.lang.ref.WeakReference;

/**
 * Sends messages of one class on one topic. May be used by several threads.
 *
 * @param <T> the message class
 */
public interface Publisher<T extends MessageDefinition> extends Disposable {
    /**
     * Sends the message; it may be changed and sent again after the return. Allocates nothing.
     *
     * @throws IllegalArgumentException the message is larger than its type may be
     * @throws IllegalStateException the publisher was disposed
     */
    void publish(final T message);

    /** The node that made it. */
    WeakReference<Node> getNodeReference();

    /** Subscriptions of any vendor that are connected to this publisher. Not in rcljava itself. */
    int getSubscriptionCount();

    /** The topic's full name after remapping. Not in rcljava itself. */
    String getTopic();
}
