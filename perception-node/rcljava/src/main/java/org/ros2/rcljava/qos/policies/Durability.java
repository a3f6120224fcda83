package org.ros2.rcljava.qos.policies;

/** Whether late readers get earlier samples. */
public enum Durability implements QoSPolicy {
    /** As VOLATILE here. */
    SYSTEM_DEFAULT(0),
    /** Kept by the writer for readers that come later. */
    TRANSIENT_LOCAL(1),
    /** Not kept. */
    VOLATILE(2),
    /** Not known. */
    UNKNOWN(3);

    private final int value;

    Durability(int value) {
        this.value = value;
    }

    @Override
    public int getValue() {
        return value;
    }
}
