package dev.jink.perception.ros;

/**
 * The time of header stamps: what the node's own messages are stamped with, and what the age of
 * others' is measured by. No deadline and no timeout is: those are the monotonic clock's.
 */
interface StampClock {
    /** Nanoseconds of this time at a moment of the monotonic clock. Any thread; allocates nothing. */
    long nanosAt(long monotonicNanos);

    /** Looks after itself: once a second, on the spinning thread. */
    void look();

    /** Which time that is, for people. */
    String words();
}
