package dev.jink.perception.ros;

import org.ros2.rcljava.RCLJava;
import org.ros2.rcljava.contexts.Context;
import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.node.NodeOptions;

import java.lang.reflect.InvocationTargetException;

/** What differs between the rcljavas, or only some of them tell. */
final class Rcljava {
    private Rcljava() {}

    /**
     * What a topic, or ~ the node, is called in the graph. An official rcljava tells neither
     * namespace nor remapping: there it is the name in the root namespace, before that.
     */
    static String fullName(Node node, String topic) {
        if (EmbeddedTransport.isPresent()) {
            return EmbeddedTransport.fullName(node, topic);
        }
        return topic.startsWith("~")
                ? "/" + node.getName() + topic.substring(1)
                : topic.startsWith("/") ? topic : "/" + topic;
    }

    /**
     * Makes a node. Upstream, and here, context and options are handed over side by side; in osrf's fork the context is
     * one of the options.
     */
    static Node createNode(String name, Context context, NodeOptions options) {
        try {
            try {
                return (Node)
                        RCLJava.class
                                .getMethod(
                                        "createNode",
                                        String.class,
                                        String.class,
                                        Context.class,
                                        NodeOptions.class)
                                .invoke(null, name, "", context, options);
            } catch (NoSuchMethodException e) {
                NodeOptions.class.getMethod("setContext", Context.class).invoke(options, context);
                return (Node)
                        RCLJava.class
                                .getMethod(
                                        "createNode", String.class, String.class, NodeOptions.class)
                                .invoke(null, name, "", options);
            }
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("rcljava: the node can't be made: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "rcljava: got a version without createNode(name, namespace, context, options),"
                            + " wanted that of ros2-java's main or osrf's fork",
                    e);
        }
    }
}
