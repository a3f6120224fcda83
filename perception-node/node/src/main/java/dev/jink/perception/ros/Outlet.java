package dev.jink.perception.ros;

import dev.jink.perception.latency.AllocationMeter;

import org.ros2.rcljava.interfaces.MessageDefinition;
import org.ros2.rcljava.publisher.Publisher;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Where a message leaves the node: the command's hand-over to the transport. What the transport
 * allocates from here on, its buffers with the first message of a topic, is booked as the
 * transport's.
 */
final class Outlet {
    private final AtomicLong transportBytes = new AtomicLong();

    /** Publishes. Any thread. */
    <T extends MessageDefinition> void publish(Publisher<T> publisher, T message) {
        AllocationMeter.lend();
        try {
            publisher.publish(message);
        } finally {
            transportBytes.addAndGet(AllocationMeter.giveBack());
        }
    }

    /** Heap bytes the transport has allocated on the node's threads. */
    long transportBytes() {
        return transportBytes.get();
    }

    /** Forgets them: warm-up is over. */
    void reset() {
        transportBytes.set(0);
    }
}
