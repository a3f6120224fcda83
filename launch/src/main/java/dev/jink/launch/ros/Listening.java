package dev.jink.launch.ros;

import org.ros2.rcljava.RCLJava;
import org.ros2.rcljava.node.Node;

/** A node of this process that serves its callbacks on a thread of its own until it is closed. */
final class Listening implements AutoCloseable {
    private static final long PATIENCE_MS = 1000;

    private final Node node;
    private Thread spinner;

    Listening(String name) {
        RCLJava.rclJavaInit();
        node = RCLJava.createNode(name);
    }

    Node node() {
        return node;
    }

    /** Serves callbacks from here on: after the subscriptions are made. */
    void begin() {
        spinner = Thread.ofPlatform().name(node.getName()).daemon().start(() -> RCLJava.spin(node));
    }

    @Override
    public void close() {
        RCLJava.shutdown();
        try {
            spinner.join(PATIENCE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
