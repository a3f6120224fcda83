package org.ros2.rcljava.node;

/** Something that has a node to spin. */
@FunctionalInterface
public interface ComposableNode {
    /** The node. */
    Node getNode();
}
