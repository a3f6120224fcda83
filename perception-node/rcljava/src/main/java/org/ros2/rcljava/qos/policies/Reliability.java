package org.ros2.rcljava.qos.policies;

/** Whether lost samples are sent again. */
public enum Reliability implements QoSPolicy {
    /** As RELIABLE here. */
    SYSTEM_DEFAULT(0),
    /** Sent again until acknowledged. */
    RELIABLE(1),
    /** Sent once. */
    BEST_EFFORT(2),
    /** Not known. */
    UNKNOWN(3);

    private final int value;

    Reliability(int value) {
        this.value = value;
    }

    @Override
    public int getValue() {
        return value;
    }
}
