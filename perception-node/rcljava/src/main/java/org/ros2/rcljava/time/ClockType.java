package org.ros2.rcljava.time;

/** Which clock a time is read from. */
public enum ClockType {
    /** None yet. */
    TIME_SOURCE_UNINITIALIZED(0),
    /** Simulated time where a node uses it; not offered by this transport. */
    ROS_TIME(1),
    /** The machine's wall clock, since 1970. */
    SYSTEM_TIME(2),
    /** A clock that never jumps, from an arbitrary start. */
    STEADY_TIME(3);

    private final int value;

    ClockType(int value) {
        this.value = value;
    }

    /** The number rcl gives the clock. */
    public int getValue() {
        return value;
    }
}
