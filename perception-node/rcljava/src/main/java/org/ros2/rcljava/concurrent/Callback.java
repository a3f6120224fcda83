package org.ros2.rcljava.concurrent;

/** Something to do when a timer is due. */
@FunctionalInterface
public interface Callback {
    /** Called on the spinning thread. */
    void call();
}
