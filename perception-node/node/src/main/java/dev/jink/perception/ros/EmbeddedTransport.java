package dev.jink.perception.ros;

import dev.jink.rcljava.Doubles;
import dev.jink.rcljava.Floats;
import dev.jink.rcljava.OffHeapBytes;
import dev.jink.rcljava.TransportStats;
import dev.jink.rcljava.cdr.Limits;
import dev.jink.rcljava.dds.DdsSettings;
import dev.jink.rcljava.graph.EmbeddedNode;

import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.publisher.Publisher;
import org.ros2.rcljava.subscription.Subscription;

import sensor_msgs.msg.Image;

import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * What this project's own transport offers beyond rcljava's API. With the official jars on the
 * class path instead none of it is there: {@link #isPresent} is asked first, and no other class of
 * the node names these types.
 */
final class EmbeddedTransport {
    private EmbeddedTransport() {}

    static boolean isPresent() {
        try {
            Class.forName(
                    "dev.jink.rcljava.OffHeapBytes",
                    false,
                    EmbeddedTransport.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** The memory below an image's data, or null when it is of another kind. */
    static MemorySegment segment(Object data) {
        return data instanceof OffHeapBytes bytes ? bytes.segment() : null;
    }

    /** One number of a message's field, without boxing it where that can be helped. */
    static double at(List<?> values, int i) {
        if (values instanceof Floats floats) {
            return floats.at(i);
        }
        return values instanceof Doubles doubles
                ? doubles.at(i)
                : ((Number) values.get(i)).doubleValue();
    }

    /** Lays an image's data over memory that the caller keeps. */
    static void lay(Image image, MemorySegment pixels) {
        image.setData(OffHeapBytes.over(pixels));
    }

    /** One line for each value given from outside to a parameter the node does not have. */
    static List<String> unusedOverrides(Node node) {
        return node instanceof EmbeddedNode embedded ? embedded.unusedOverrides() : List.of();
    }

    /** Publishers connected to a subscription now; 0 where that is not known. */
    static int publishers(Subscription<?> subscription) {
        return isPresent() ? subscription.getPublisherCount() : 0;
    }

    /** Subscriptions connected to a publisher now. */
    static int listeners(Publisher<?> publisher) {
        return publisher.getSubscriptionCount();
    }

    /** A topic's full name on a node, after remapping. */
    static String fullName(Node node, String topic) {
        return node instanceof EmbeddedNode embedded ? embedded.fullName(topic) : topic;
    }

    /** The topic's full name, after remapping. */
    static String topic(Subscription<?> subscription) {
        return subscription.getTopic();
    }

    /** Lets pictures of this many bytes through; before the first subscription is made. */
    static void admitImages(long bytes) {
        if (bytes > Limits.maxImageBytes()) {
            System.setProperty(Limits.MAX_IMAGE, Long.toString(bytes));
        }
    }

    /**
     * Lets no send wait for room in the kernel's buffers, for a command that is late is worth
     * nothing; before the context is made.
     */
    static void neverWait() {
        System.setProperty(DdsSettings.NEVER_WAIT, "true");
    }

    /** What the subscription met on the wire so far. */
    static TransportFigures figures(Subscription<?> subscription) {
        TransportStats stats = subscription.getTransportStats();
        long callbacks = stats.callbacks();
        return new TransportFigures(
                stats.received(),
                stats.refused(),
                stats.superseded(),
                stats.lost(),
                callbacks == 0 ? 0 : (double) stats.allocatedBytes() / callbacks,
                stats.lastRefusal());
    }
}
