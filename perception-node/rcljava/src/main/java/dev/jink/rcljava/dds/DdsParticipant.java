package dev.jink.rcljava.dds;

import org.ros2.rcljava.qos.QoSProfile;

import us.ihmc.pubsub.Domain;
import us.ihmc.pubsub.attributes.ParticipantProfile;
import us.ihmc.pubsub.attributes.PublisherAttributes;
import us.ihmc.pubsub.attributes.SubscriberAttributes;
import us.ihmc.pubsub.common.Guid;
import us.ihmc.pubsub.common.LogLevel;
import us.ihmc.pubsub.participant.Participant;
import us.ihmc.pubsub.publisher.Publisher;
import us.ihmc.pubsub.subscriber.Subscriber;

import java.io.IOException;
import java.util.List;

/** Membership in a DDS domain. Thread-safe. */
public final class DdsParticipant implements AutoCloseable {
    private final Domain domain;
    private final Participant participant;
    private boolean closed;

    private DdsParticipant(Domain domain, Participant participant) {
        this.domain = domain;
        this.participant = participant;
    }

    /**
     * Joins a domain.
     *
     * @throws IllegalStateException it can't be joined, in one line
     */
    public static DdsParticipant open(DdsSettings settings) {
        DomainPorts.requireUsable(settings);
        Domain domain = NativeLibrary.load();
        domain.setLogLevel(LogLevel.ERROR);
        ParticipantProfile profile =
                new ParticipantProfile() {
                    @Override
                    public String marshall(String name) {
                        return Profiles.participant(name, settings);
                    }
                };
        try {
            return new DdsParticipant(domain, domain.createParticipant(profile, null));
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(
                    "domain %d: the DDS library could not join it (%s); see its lines above"
                            .formatted(settings.domainId(), e.getMessage()),
                    e);
        }
    }

    /** Name of this participant, 16 bytes. */
    public byte[] guid() {
        return bytes(participant.getGuid());
    }

    /** A writer of payloads of a type, which tells nothing of itself. */
    public DdsWriter writer(String topic, String type, int maxBytes, QoSProfile qos) {
        return writer(topic, type, maxBytes, qos, "");
    }

    /**
     * A writer of payloads of a type.
     *
     * @param userData what it tells those who discover it
     */
    public synchronized DdsWriter writer(
            String topic, String type, int maxBytes, QoSProfile qos, String userData) {
        requireOpen(topic);
        PayloadAccess.Type wire = register(type, maxBytes);
        PublisherAttributes attributes =
                new PublisherAttributes() {
                    @Override
                    public String marshall(String name) {
                        return Profiles.writer(name, topic, type, qos, userData);
                    }
                };
        attributes.topicDataType(wire).topicName(topic);
        DdsWriter writer = new DdsWriter(this, topic);
        try {
            writer.attach(domain.createPublisher(participant, attributes, writer));
        } catch (IOException e) {
            throw new IllegalStateException(refused("publisher", topic, type), e);
        }
        return writer;
    }

    /** A reader of payloads of a type, which tells nothing of itself. */
    public DdsReader reader(
            String topic, String type, int maxBytes, QoSProfile qos, DdsReader.Events events) {
        return reader(topic, type, maxBytes, qos, "", events);
    }

    /**
     * A reader of payloads of a type, handing them to {@code events}.
     *
     * @param userData what it tells those who discover it
     */
    public synchronized DdsReader reader(
            String topic,
            String type,
            int maxBytes,
            QoSProfile qos,
            String userData,
            DdsReader.Events events) {
        requireOpen(topic);
        PayloadAccess.Type wire = register(type, maxBytes);
        SubscriberAttributes attributes =
                new SubscriberAttributes() {
                    @Override
                    public String marshall(String name) {
                        return Profiles.reader(name, topic, type, qos, userData);
                    }
                };
        attributes.topicDataType(wire).topicName(topic);
        DdsReader reader = new DdsReader(this, events);
        try {
            reader.attach(domain.createSubscriber(participant, attributes, reader));
        } catch (IOException e) {
            throw new IllegalStateException(refused("subscription", topic, type), e);
        }
        return reader;
    }

    /** Leaves the domain. Its readers and writers must be closed before. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            domain.removeParticipant(participant);
            forget(domain.getAllParticipantsForStatistics(), participant);
        }
    }

    void remove(Publisher publisher) {
        domain.removePublisher(publisher);
        forget(participant.getAllPublishersForStatistics(), publisher);
    }

    void remove(Subscriber<?> subscriber) {
        domain.removeSubscriber(subscriber);
        forget(participant.getAllSubscribersForStatistics(), subscriber);
    }

    /** The binding keeps what is gone in lists for statistics, and with it the payload buffers. */
    private static void forget(List<?> statistics, Object gone) {
        synchronized (statistics) {
            statistics.remove(gone);
        }
    }

    static byte[] bytes(Guid guid) {
        byte[] bytes = new byte[16];
        System.arraycopy(guid.getGuidPrefix().getValue(), 0, bytes, 0, 12);
        System.arraycopy(guid.getEntity().getValue(), 0, bytes, 12, 4);
        return bytes;
    }

    private PayloadAccess.Type register(String type, int maxBytes) {
        if (domain.getRegisteredType(participant, type) instanceof PayloadAccess.Type known) {
            return known;
        }
        PayloadAccess.Type wire = new PayloadAccess.Type(type, maxBytes);
        domain.registerType(participant, wire);
        return wire;
    }

    private void requireOpen(String topic) {
        if (closed) {
            throw new IllegalStateException(
                    "topic %s: the context was shut down; make a new one".formatted(topic));
        }
    }

    private static String refused(String what, String topic, String type) {
        return "%s on %s: the DDS library refused type %s".formatted(what, topic, type);
    }
}
