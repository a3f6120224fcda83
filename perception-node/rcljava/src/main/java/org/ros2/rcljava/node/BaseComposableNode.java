package org.ros2.rcljava.node;

import org.ros2.rcljava.RCLJava;

/** A class with a node of its own, to be extended. */
public class BaseComposableNode implements ComposableNode {
    /** The node, made in the default context. */
    protected final Node node;

    /** Makes the node under that name. */
    public BaseComposableNode(String name) {
        node = RCLJava.createNode(name);
    }

    @Override
    public Node getNode() {
        return node;
    }
}
