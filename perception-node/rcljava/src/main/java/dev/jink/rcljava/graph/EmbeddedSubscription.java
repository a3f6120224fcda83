package dev.jink.rcljava.graph;

import dev.jink.rcljava.TransportStats;
import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.WireMessage;
import dev.jink.rcljava.dds.DdsReader;
import dev.jink.rcljava.dds.Inbox;
import dev.jink.rcljava.dds.Origin;

import org.ros2.rcljava.consumers.Consumer;
import org.ros2.rcljava.interfaces.MessageDefinition;
import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.subscription.Subscription;

import java.lang.foreign.MemorySegment;
import java.lang.ref.WeakReference;
import java.util.function.Supplier;

/** Decodes on the DDS library's thread, calls back on the spinning one. */
final class EmbeddedSubscription<T extends MessageDefinition>
        implements Subscription<T>, Work, Inbox {
    private final EmbeddedNode node;
    private final Class<T> type;
    private final String topic;
    private final Consumer<T> callback;
    private final SampleQueue<T> queue;
    private final CdrReader cdr = new CdrReader();
    private final TransportStats stats = new TransportStats();
    private volatile DdsReader reader;

    EmbeddedSubscription(
            EmbeddedNode node, Class<T> type, String topic, int depth, Consumer<T> callback) {
        this.node = node;
        this.type = type;
        this.topic = topic;
        this.callback = callback;
        queue = new SampleQueue<>(depth, this::slot);
    }

    void attach(DdsReader newReader) {
        reader = newReader;
    }

    DdsReader reader() {
        return reader;
    }

    @Override
    public void accept(MemorySegment payload, long lengthBytes, Supplier<Origin> origin) {
        T message = queue.claim();
        cdr.over(payload, lengthBytes);
        ((WireMessage) message).decode(cdr);
        if (cdr.refusal() != null) {
            queue.release(message);
            stats.countRefused(cdr.refusal());
            return;
        }
        stats.countReceived(queue.commit(message));
        node.wake();
    }

    @Override
    public boolean runOne() {
        T message = queue.poll();
        if (message == null) {
            return false;
        }
        try {
            callback.accept(message);
        } finally {
            queue.release(message);
        }
        return true;
    }

    @Override
    public boolean isReady() {
        return !queue.isEmpty();
    }

    @Override
    public long nanosUntilReady() {
        return Long.MAX_VALUE;
    }

    @Override
    public Class<T> getMessageType() {
        return type;
    }

    @Override
    public WeakReference<Node> getNodeReference() {
        return new WeakReference<>(node);
    }

    @Override
    public void executeCallback(T message) {
        callback.accept(message);
    }

    @Override
    public int getPublisherCount() {
        DdsReader current = reader;
        return current == null ? 0 : current.matched();
    }

    @Override
    public TransportStats getTransportStats() {
        return stats;
    }

    @Override
    public String getTopic() {
        return topic;
    }

    @Override
    public void dispose() {
        DdsReader current = reader;
        reader = null;
        if (current != null) {
            current.close();
            node.forget(this);
        }
    }

    @Override
    public long getHandle() {
        return reader == null ? 0 : System.identityHashCode(this);
    }

    private T slot() {
        WireMessage message = WireType.newMessage(type);
        message.reserve();
        return type.cast(message);
    }
}
