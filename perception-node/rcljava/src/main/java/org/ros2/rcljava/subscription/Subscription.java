package org.ros2.rcljava.subscription;

import dev.jink.rcljava.TransportStats;

import org.ros2.rcljava.interfaces.Disposable;
import org.ros2.rcljava.interfaces.MessageDefinition;
import org.ros2.rcljava.node.Node;

import java.lang.ref.WeakReference;

/**
 * Receives messages of one class from one topic.
 *
 * @param <T> the message class
 */
public interface Subscription<T extends MessageDefinition> extends Disposable {
    /** The message class. */
    Class<T> getMessageType();

    /** The node that made it. */
    WeakReference<Node> getNodeReference();

    /** Hands a message to the callback, on the calling thread. */
    void executeCallback(T message);

    /** Publishers of any vendor that are connected to this subscription. Not in rcljava itself. */
    int getPublisherCount();

    /** What arrived, what was refused and why, what it cost. Not in rcljava itself. */
    TransportStats getTransportStats();

    /** The topic's full name after remapping. Not in rcljava itself. */
    String getTopic();
}
