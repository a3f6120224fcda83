package org.ros2.rcljava.executors;

import org.ros2.rcljava.node.ComposableNode;

/** Runs the callbacks of nodes, on the thread that calls it. Times in nanoseconds. */
public interface Executor {
    /** Adds a node; doing so again does nothing. */
    void addNode(ComposableNode node);

    /** Removes a node. */
    void removeNode(ComposableNode node);

    /** Waits for something to do and does one thing. */
    void spinOnce();

    /** Waits at most {@code timeout}, negative for ever, and does at most one thing. */
    void spinOnce(long timeout);

    /** Does what there is to do now, without waiting. */
    void spinSome();

    /** Does what there is to do now, but starts nothing after {@code maxDurationNs}, 0 for any. */
    void spinSome(long maxDurationNs);

    /** Does what there is to do until nothing is left, or {@code maxDurationNs} is over. */
    void spinAll(long maxDurationNs);

    /** Works until the default context is shut down. */
    void spin();
}
