package org.ros2.rcljava.qos.policies;

/** How many samples an endpoint keeps. */
public enum History implements QoSPolicy {
    /** As KEEP_LAST here. */
    SYSTEM_DEFAULT(0),
    /** The newest, as many as the depth. */
    KEEP_LAST(1),
    /** All until they are taken. */
    KEEP_ALL(2),
    /** Not known. */
    UNKNOWN(3);

    private final int value;

    History(int value) {
        this.value = value;
    }

    @Override
    public int getValue() {
        return value;
    }
}
