package dev.jink.perception.ros;

import dev.jink.perception.Onlooker;
import dev.jink.perception.Perception;
import dev.jink.perception.RealTime;

import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.publisher.Publisher;

import sensor_msgs.msg.Image;

import visualization_msgs.msg.MarkerArray;

import java.util.concurrent.locks.LockSupport;

/**
 * What the node sees and does, for RViz and Foxglove: {@code ~/debug_image} and {@code ~/markers},
 * each only while somebody listens, ten times a second at most. On a thread of its own, which
 * stands behind all that the deadline waits for: the path neither waits for it nor learns of it.
 */
final class DebugViews implements AutoCloseable {
    private static final long PERIOD_NANOS = 95_000_000L;
    private static final long CLOSING_MS = 1000;

    private final Onlooker onlooker;
    private final Report report;
    private final boolean realtime;
    private final DebugPicture picture;
    private final RayMarkers markers;
    private final Image image = new Image();
    private final Publisher<Image> images;
    private final Publisher<MarkerArray> arrays;
    private final Thread thread;
    private volatile boolean ended;

    private DebugViews(Node node, Perception perception, NodeSettings settings, Report report) {
        this.report = report;
        onlooker = new Onlooker(perception);
        realtime = settings.realtime();
        picture = new DebugPicture(perception.detector().virtualCamera());
        image.setWidth(picture.width())
                .setHeight(picture.height())
                .setStep(picture.step())
                .setEncoding("rgb8");
        image.getHeader()
                .setFrameId(
                        settings.cameraFrame().isEmpty()
                                ? settings.baseFrame()
                                : settings.cameraFrame());
        EmbeddedTransport.lay(image, picture.pixels());
        markers =
                new RayMarkers(
                        perception.detector().cellRays(),
                        settings.pipeline().mount(),
                        settings.baseFrame(),
                        FlyingModel.farthestM(perception.detector()),
                        settings.pipeline().planner().unknownRangeM());
        images =
                node.createPublisher(
                        Image.class, Topics.DEBUG_IMAGE, TopicQos.out(node, Topics.DEBUG_IMAGE));
        arrays =
                node.createPublisher(
                        MarkerArray.class, Topics.MARKERS, TopicQos.out(node, Topics.MARKERS));
        thread = Thread.ofPlatform().daemon().name("jink-views").start(this::run);
    }

    /** Begins to watch; null where it can't be known whether somebody listens: an official rcljava. */
    static DebugViews of(Node node, Perception perception, NodeSettings settings, Report report) {
        return EmbeddedTransport.isPresent()
                ? new DebugViews(node, perception, settings, report)
                : null;
    }

    private void run() {
        if (realtime) {
            RealTime.joinCompany();
        }
        while (!ended) {
            LockSupport.parkNanos(PERIOD_NANOS);
            boolean pictured = EmbeddedTransport.listeners(images) > 0;
            boolean marked = EmbeddedTransport.listeners(arrays) > 0;
            if (!ended && (pictured || marked) && onlooker.look()) {
                try {
                    show(pictured, marked);
                } catch (RuntimeException e) {
                    report.warn(
                            "debug_image and markers end here: %s; the node flies on without"
                                    .formatted(e.getMessage()));
                    return;
                }
            }
        }
    }

    private void show(boolean pictured, boolean marked) {
        if (pictured) {
            picture.draw(onlooker.seen());
            Stamps.set(image.getHeader().getStamp(), onlooker.seen().command().frameStampNanos);
            images.publish(image);
        }
        if (marked) {
            arrays.publish(markers.of(onlooker.seen()));
        }
    }

    /** Ends it; before its publishers and the perception are gone. */
    @Override
    public void close() {
        ended = true;
        LockSupport.unpark(thread);
        try {
            thread.join(CLOSING_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
