package dev.jink.sim.ros;

import org.ros2.rcljava.RCLJava;
import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.node.NodeOptions;

import java.util.ArrayList;
import java.util.List;

/** A node of this process that serves its callbacks on a thread of its own until it is closed. */
public final class Listening implements AutoCloseable {
    private static final long PATIENCE_MS = 1000;

    private final Node node;
    private Thread spinner;

    /** Joins the graph as a node of that name. */
    public Listening(String name) {
        this(name, List.of());
    }

    /**
     * @param name of the node, if the arguments give no other
     * @param rosArguments as after {@code --ros-args}: remaps, namespace, node name; may be empty
     * @throws IllegalStateException in one line when the domain can't be joined
     */
    public Listening(String name, List<String> rosArguments) {
        RCLJava.rclJavaInit();
        NodeOptions options = new NodeOptions();
        options.setCliArgs(new ArrayList<>(rosArguments));
        node = RCLJava.createNode(name, "", RCLJava.getDefaultContext(), options);
    }

    public Node node() {
        return node;
    }

    /** Serves callbacks from here on, on a thread of the node's name: after the subscriptions are made. */
    public void begin() {
        spinner = Thread.ofPlatform().name(node.getName()).daemon().start(() -> RCLJava.spin(node));
    }

    /** Leaves the graph. */
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
