package org.ros2.rcljava.contexts;

import org.ros2.rcljava.interfaces.Disposable;

/** One membership in the ROS graph: one DDS participant, shared by the nodes made in it. */
public interface Context extends Disposable {
    /**
     * Joins the domain that {@code ROS_DOMAIN_ID} names.
     *
     * @throws IllegalArgumentException a setting is wrong, in one line
     * @throws IllegalStateException the domain can't be joined, in one line
     */
    void init();

    /** Leaves the domain; spinning ends. Doing so again does nothing. */
    void shutdown();

    /** Whether it is between {@link #init} and {@link #shutdown}. */
    boolean isValid();
}
