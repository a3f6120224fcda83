package dev.jink.rcljava.dds;

import com.sun.management.ThreadMXBean;

import dev.jink.rcljava.TransportStats;

import us.ihmc.pubsub.common.ChangeKind;
import us.ihmc.pubsub.common.Guid;
import us.ihmc.pubsub.common.MatchingInfo;
import us.ihmc.pubsub.common.MatchingInfo.MatchingStatus;
import us.ihmc.pubsub.common.SampleInfo;
import us.ihmc.pubsub.common.SequenceNumber;
import us.ihmc.pubsub.common.SerializedPayload;
import us.ihmc.pubsub.subscriber.Subscriber;
import us.ihmc.pubsub.subscriber.SubscriberListener;

import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Takes payloads of one topic as they arrive, on the DDS library's threads. */
public final class DdsReader extends PayloadAccess
        implements SubscriberListener<PayloadAccess>, AutoCloseable {
    /**
     * What a reader tells of.
     *
     * @param inbox takes the payloads
     * @param stats counts them
     */
    public record Events(Inbox inbox, TransportStats stats) {}

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final DdsParticipant participant;
    private final Events events;
    private final AtomicInteger matched = new AtomicInteger();
    private final SampleInfo info = new SampleInfo();
    private final Supplier<Origin> origin = () -> Origin.of(info);
    private final Guid lastWriter = new Guid();
    private long lastSequence = -1;
    private Subscriber<?> subscriber;
    private byte[] guid;
    private boolean closed;

    DdsReader(DdsParticipant participant, Events events) {
        this.participant = participant;
        this.events = events;
    }

    synchronized void attach(Subscriber<?> newSubscriber) {
        subscriber = newSubscriber;
        guid = DdsParticipant.bytes(newSubscriber.getGuid());
    }

    /** Writers connected now. */
    public int matched() {
        return matched.get();
    }

    /** Name of this reader, 16 bytes. */
    public synchronized byte[] guid() {
        return guid.clone();
    }

    /**
     * Ends the reader. From here on callbacks return at once, and only then is the native reader
     * removed, without our lock: the library takes the same locks in the other order.
     */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        participant.remove(subscriber);
    }

    @Override
    public synchronized void onNewDataMessage(Subscriber<PayloadAccess> from) {
        if (closed) {
            return;
        }
        long before = THREADS.getCurrentThreadAllocatedBytes();
        from.takeNextData(this, info);
        long after = THREADS.getCurrentThreadAllocatedBytes();
        events.stats().countCallback(Thread.currentThread().threadId(), after - before);
    }

    @Override
    void received(SerializedPayload payload) {
        if (info.getSampleKind() != ChangeKind.ALIVE) {
            return;
        }
        countGap();
        events.inbox().accept(segment(payload), info.getDataLength(), origin);
    }

    @Override
    public void onSubscriptionMatched(Subscriber<PayloadAccess> from, MatchingInfo matching) {
        matched.addAndGet(matching.getStatus() == MatchingStatus.MATCHED_MATCHING ? 1 : -1);
    }

    /** A writer numbers its samples without gaps; those that are missing did not reach us. */
    private void countGap() {
        Guid writer = info.getSampleIdentity().getGuid();
        SequenceNumber number = info.getSampleIdentity().getSequenceNumber();
        long sequence = ((long) number.getHigh() << 32) + number.getLow();
        if (writer.equals(lastWriter)) {
            if (sequence > lastSequence + 1) {
                events.stats().countLost(sequence - lastSequence - 1);
            }
        } else {
            lastWriter.set(writer);
        }
        lastSequence = sequence;
    }
}
