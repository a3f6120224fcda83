package org.ros2.rcljava;

import dev.jink.rcljava.graph.EmbeddedContext;

import org.ros2.rcljava.contexts.Context;
import org.ros2.rcljava.executors.SingleThreadedExecutor;
import org.ros2.rcljava.node.ComposableNode;
import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.node.NodeOptions;

import java.util.ArrayList;
import java.util.List;

/** The way in: joins the ROS graph, makes nodes, spins them, leaves. Thread-safe. */
public final class RCLJava {
    private static final List<Context> CONTEXTS = new ArrayList<>();
    private static EmbeddedContext defaultContext;
    private static volatile Spun lastSpun;

    private record Spun(Node node, SingleThreadedExecutor executor) {}

    private RCLJava() {}

    /** Joins the domain with the default context; doing so again does nothing. */
    public static void rclJavaInit() {
        rclJavaInit(new String[0]);
    }

    /**
     * Joins the domain, with a command line whose ROS arguments hold for all nodes that use global
     * arguments. Not in rcljava itself: use {@link NodeOptions#setCliArgs} where both must run.
     *
     * @throws IllegalArgumentException a setting is wrong, in one line
     * @throws IllegalStateException the domain can't be joined, in one line
     */
    public static synchronized void rclJavaInit(String[] commandLine) {
        defaultContext().init(List.of(commandLine));
    }

    /** The context that is used where none is named. */
    public static synchronized Context getDefaultContext() {
        return defaultContext();
    }

    /** A context of its own: another participant in the same process. */
    public static synchronized Context createContext() {
        Context context = new EmbeddedContext();
        CONTEXTS.add(context);
        return context;
    }

    /** Whether the default context is in use. */
    public static boolean isInitialized() {
        return ok();
    }

    /** Whether the default context is in use. */
    public static synchronized boolean ok() {
        return defaultContext != null && defaultContext.isValid();
    }

    /** Whether a context is in use. */
    public static boolean ok(final Context context) {
        return context.isValid();
    }

    /** The middleware below. */
    public static String getRMWIdentifier() {
        return "rmw_jink_fastdds";
    }

    /** A node in the root namespace of the default context. */
    public static Node createNode(final String nodeName) {
        return createNode(nodeName, "", getDefaultContext());
    }

    /** A node in the default context. */
    public static Node createNode(final String nodeName, final String namespace) {
        return createNode(nodeName, namespace, getDefaultContext());
    }

    /** A node. */
    public static Node createNode(
            final String nodeName, final String namespace, final Context context) {
        return createNode(nodeName, namespace, context, new NodeOptions());
    }

    /** A node with options; its arguments may give it another name and namespace. */
    public static Node createNode(
            final String nodeName,
            final String namespace,
            final Context context,
            final NodeOptions options) {
        return ((EmbeddedContext) context).createNode(nodeName, namespace, options);
    }

    /** Runs a node's callbacks on this thread until its context is shut down. */
    public static void spin(final Node node) {
        executor(node).spin();
    }

    /** Runs a node's callbacks on this thread until its context is shut down. */
    public static void spin(final ComposableNode node) {
        spin(node.getNode());
    }

    /** Waits for something to do and does one thing. */
    public static void spinOnce(final Node node) {
        executor(node).spinOnce();
    }

    /** Waits for something to do and does one thing. */
    public static void spinOnce(final ComposableNode node) {
        spinOnce(node.getNode());
    }

    /** Does what there is to do now, without waiting. */
    public static void spinSome(final Node node) {
        executor(node).spinSome();
    }

    /** Does what there is to do now, without waiting. */
    public static void spinSome(final ComposableNode node) {
        spinSome(node.getNode());
    }

    /** Ends all contexts and their nodes; spinning ends. Doing so again does nothing. */
    public static void shutdown() {
        List<Context> leaving;
        synchronized (RCLJava.class) {
            leaving = new ArrayList<>(CONTEXTS);
            CONTEXTS.clear();
            lastSpun = null;
            if (defaultContext != null) {
                leaving.add(defaultContext);
                defaultContext = null;
            }
        }
        leaving.forEach(Context::shutdown);
    }

    private static EmbeddedContext defaultContext() {
        if (defaultContext == null) {
            defaultContext = new EmbeddedContext();
        }
        return defaultContext;
    }

    /** The executor of the node spun last is kept: programs call spinOnce in a loop. */
    private static SingleThreadedExecutor executor(Node node) {
        Spun last = lastSpun;
        if (last == null || last.node() != node) {
            last = new Spun(node, new SingleThreadedExecutor());
            last.executor().addNode(() -> node);
            lastSpun = last;
        }
        return last.executor();
    }
}
