package dev.jink.perception.ros;

import org.ros2.rcljava.subscription.Subscription;

import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * The subscription that pictures come by, made anew when it has gone deaf: nothing comes although a
 * camera is connected. Fast DDS (2.14) comes to that when cameras die in the middle of a picture:
 * the piece that had come keeps its place among the few that the reader has, for good. Where a
 * camera is silent of its own accord, a new subscription does no harm; so that it does no work
 * either, the next comes later each time.
 *
 * <p>On the spinning thread.
 */
final class ImageSource {
    /** So long nothing must have come, at first. */
    static final long DEAF_NANOS = 3_000_000_000L;

    private static final long LONGEST_NANOS = 60_000_000_000L;

    private final Supplier<Subscription<?>> subscribe;
    private final Consumer<Subscription<?>> remove;
    private final ToIntFunction<Subscription<?>> cameras;
    private final Report report;
    private Subscription<?> images;
    private TransportFigures earlier = TransportFigures.NONE;
    private long patienceNanos = DEAF_NANOS;
    private long renewedAtAgeNanos;

    /**
     * @param subscribe makes the subscription
     * @param remove ends one
     * @param cameras how many are connected to one
     */
    ImageSource(
            Supplier<Subscription<?>> subscribe,
            Consumer<Subscription<?>> remove,
            ToIntFunction<Subscription<?>> cameras,
            Report report) {
        this.subscribe = subscribe;
        this.remove = remove;
        this.cameras = cameras;
        this.report = report;
        images = subscribe.get();
    }

    Subscription<?> subscription() {
        return images;
    }

    /** What all subscriptions so far met on the wire. */
    TransportFigures figures() {
        return EmbeddedTransport.isPresent()
                ? earlier.plus(EmbeddedTransport.figures(images))
                : TransportFigures.NONE;
    }

    /**
     * Looks whether it is deaf; once a second.
     *
     * @param ageNanos since the last picture; 0 when none has come yet
     */
    void look(long ageNanos) {
        if (ageNanos < DEAF_NANOS) {
            patienceNanos = DEAF_NANOS;
            renewedAtAgeNanos = 0;
            return;
        }
        if (ageNanos - renewedAtAgeNanos < patienceNanos) {
            return;
        }
        int connected = cameras.applyAsInt(images);
        if (connected == 0) {
            return;
        }
        patienceNanos = Math.min(2 * patienceNanos, LONGEST_NANOS);
        renewedAtAgeNanos = ageNanos;
        earlier = figures();
        remove.accept(images);
        images = subscribe.get();
        report.warn(
                ("images: none for %.0f s although %d camera%s connected: subscribed anew; if none"
                                + " comes now, look at the camera")
                        .formatted(ageNanos / 1e9, connected, connected == 1 ? " is" : "s are"));
    }
}
