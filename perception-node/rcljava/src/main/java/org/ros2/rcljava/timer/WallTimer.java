package org.ros2.rcljava.timer;

/**
 * A timer of fixed period on the steady clock. It keeps its phase: a late call does not move the
 * following ones, and calls missed altogether are left out. Times in nanoseconds.
 */
public interface WallTimer extends Timer {
    /** The period. */
    long getTimerPeriodNS();

    /** Changes the period; the timer is due one new period from now. */
    void setTimerPeriodNS(long period);

    /** Whether {@link #cancel} was called last, rather than {@link #reset}. */
    boolean isCanceled();

    /** Stops it. */
    void cancel();

    /** Starts it again; it is due one period from now. */
    void reset();

    /** Time since the last call, or since the start. */
    long timeSinceLastCall();

    /** Time until it is due, negative when it is overdue, the greatest long when canceled. */
    long timeUntilNextCall();
}
