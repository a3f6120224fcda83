package dev.jink.rcljava.graph;

import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.Limits;
import dev.jink.rcljava.cdr.WireMessage;
import dev.jink.rcljava.dds.DdsWriter;
import dev.jink.rcljava.dds.Outbox;

import org.ros2.rcljava.interfaces.MessageDefinition;
import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.publisher.Publisher;

import java.lang.foreign.MemorySegment;
import java.lang.ref.WeakReference;

/** Encodes on the publishing thread, straight into the DDS library's buffer. */
final class EmbeddedPublisher<T extends MessageDefinition> implements Publisher<T>, Outbox {
    private final EmbeddedNode node;
    private final String topic;
    private final DdsWriter writer;
    private final CdrWriter cdr = new CdrWriter(MemorySegment.NULL);
    private WireMessage message;
    private volatile boolean disposed;

    EmbeddedPublisher(EmbeddedNode node, String topic, DdsWriter writer) {
        this.node = node;
        this.topic = topic;
        this.writer = writer;
    }

    DdsWriter writer() {
        return writer;
    }

    @Override
    public synchronized void publish(final T newMessage) {
        if (disposed) {
            throw new IllegalStateException(
                    "publish on %s: the publisher was disposed".formatted(topic));
        }
        message = (WireMessage) newMessage;
        writer.write(this);
    }

    @Override
    public int fill(MemorySegment payload) {
        message.encode(cdr.over(payload));
        if (!cdr.fits()) {
            throw new IllegalArgumentException(
                    "publish on %s: %s takes %d bytes, wanted at most %d; pictures: raise -D%s"
                            .formatted(
                                    topic,
                                    message.getClass().getName(),
                                    cdr.lengthBytes(),
                                    payload.byteSize(),
                                    Limits.MAX_IMAGE));
        }
        return (int) cdr.lengthBytes();
    }

    @Override
    public WeakReference<Node> getNodeReference() {
        return new WeakReference<>(node);
    }

    @Override
    public int getSubscriptionCount() {
        return disposed ? 0 : writer.matched();
    }

    @Override
    public String getTopic() {
        return topic;
    }

    @Override
    public void dispose() {
        if (!disposed) {
            disposed = true;
            writer.close();
            node.forget(this);
        }
    }

    @Override
    public long getHandle() {
        return disposed ? 0 : System.identityHashCode(this);
    }
}
