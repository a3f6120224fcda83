package dev.jink.rcljava.dds;

import us.ihmc.pubsub.common.MatchingInfo;
import us.ihmc.pubsub.common.MatchingInfo.MatchingStatus;
import us.ihmc.pubsub.common.SerializedPayload;
import us.ihmc.pubsub.publisher.Publisher;
import us.ihmc.pubsub.publisher.PublisherListener;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends payloads on one topic. Thread-safe: one payload at a time. */
public final class DdsWriter extends PayloadAccess implements PublisherListener, AutoCloseable {
    private static final RelatedWrite RELATED = RelatedWrite.find();

    private final DdsParticipant participant;
    private final String topic;
    private final AtomicInteger matched = new AtomicInteger();
    private final List<byte[]> readers = new CopyOnWriteArrayList<>();
    private Publisher publisher;
    private Outbox source;
    private byte[] guid;

    DdsWriter(DdsParticipant participant, String topic) {
        this.participant = participant;
        this.topic = topic;
    }

    synchronized void attach(Publisher newPublisher) {
        publisher = newPublisher;
        guid = DdsParticipant.bytes(newPublisher.getGuid());
    }

    /**
     * Sends what {@code newSource} fills in; what it throws comes through, and nothing is sent.
     *
     * @throws IllegalStateException the writer is closed
     */
    public synchronized void write(Outbox newSource) {
        if (publisher == null) {
            throw new IllegalStateException(
                    "publish on %s: the publisher was disposed".formatted(topic));
        }
        source = newSource;
        try {
            publisher.write(this);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "publish on %s: %s".formatted(topic, e.getMessage()), e);
        }
    }

    /**
     * Sends a payload to all who listen, and says which request it answers.
     *
     * @return false when the library can't say it, and nothing was sent
     * @throws IllegalStateException the writer is closed
     */
    public synchronized boolean answer(Origin request, MemorySegment payload) {
        if (publisher == null) {
            throw new IllegalStateException(
                    "answer on %s: the service was disposed".formatted(topic));
        }
        return RELATED != null && RELATED.send(publisher, payload, request);
    }

    /** Whether the asking participant listens already: discovery may lag behind its request. */
    public boolean isHeardBy(Origin request) {
        return readers.stream().anyMatch(request::isNear);
    }

    /** Readers connected now. */
    public int matched() {
        return matched.get();
    }

    /** Name of this writer, 16 bytes. */
    public synchronized byte[] guid() {
        return guid.clone();
    }

    @Override
    public synchronized void close() {
        if (publisher != null) {
            participant.remove(publisher);
            publisher = null;
        }
    }

    @Override
    void send(SerializedPayload payload) {
        int length = source.fill(segment(payload));
        payload.setLength(length);
        payload.getData().limit(length).position(length);
    }

    @Override
    public void onPublicationMatched(Publisher from, MatchingInfo info) {
        byte[] reader = DdsParticipant.bytes(info.getGuid());
        if (info.getStatus() == MatchingStatus.MATCHED_MATCHING) {
            matched.incrementAndGet();
            readers.add(reader);
        } else {
            matched.decrementAndGet();
            readers.removeIf(known -> Arrays.equals(known, reader));
        }
    }
}
