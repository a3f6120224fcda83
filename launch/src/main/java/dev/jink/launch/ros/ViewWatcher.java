package dev.jink.launch.ros;

import org.ros2.rcljava.RCLJava;
import org.ros2.rcljava.contexts.Context;
import org.ros2.rcljava.executors.SingleThreadedExecutor;
import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.node.NodeOptions;
import org.ros2.rcljava.qos.QoSProfile;

import sensor_msgs.msg.Image;

import visualization_msgs.msg.MarkerArray;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Somebody who has the node's debug_image and markers open, as RViz and Foxglove have: a participant
 * of its own that takes what comes and throws it away.
 */
public final class ViewWatcher implements AutoCloseable {
    private static final long SPIN_NANOS = 50_000_000L;
    private static final long PATIENCE_MS = 1000;

    private final Context context = RCLJava.createContext();
    private final AtomicLong pictures = new AtomicLong();
    private final AtomicLong markers = new AtomicLong();
    private volatile boolean stopped;
    private final Thread thread;

    private ViewWatcher(String nodeName) {
        context.init();
        Node node = RCLJava.createNode("view_watcher", "", context, new NodeOptions());
        node.createSubscription(
                Image.class,
                nodeName + "/debug_image",
                picture -> pictures.incrementAndGet(),
                QoSProfile.sensorData().setDepth(1));
        node.createSubscription(
                MarkerArray.class,
                nodeName + "/markers",
                array -> markers.incrementAndGet(),
                QoSProfile.keepLast(1));
        SingleThreadedExecutor executor = new SingleThreadedExecutor();
        executor.addNode(() -> node);
        thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("view-watcher")
                        .start(
                                () -> {
                                    while (!stopped) {
                                        executor.spinOnce(SPIN_NANOS);
                                    }
                                });
    }

    /** Watches the node of that full name from now on. */
    public static ViewWatcher of(String nodeName) {
        return new ViewWatcher(nodeName);
    }

    /** Pictures that came. */
    public long pictures() {
        return pictures.get();
    }

    /** Sets of markers that came. */
    public long markers() {
        return markers.get();
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join(PATIENCE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        context.shutdown();
    }
}
