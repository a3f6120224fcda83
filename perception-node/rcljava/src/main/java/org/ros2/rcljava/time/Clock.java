package org.ros2.rcljava.time;

import org.ros2.rcljava.interfaces.Disposable;

/** A clock of one kind; {@link org.ros2.rcljava.Time#now(ClockType)} reads it. */
public class Clock implements Disposable {
    private final ClockType clockType;

    /** A clock of that kind. */
    public Clock(ClockType clockType) {
        this.clockType = clockType;
    }

    /** Its kind. */
    public ClockType getClockType() {
        return clockType;
    }

    @Override
    public final void dispose() {}

    @Override
    public final long getHandle() {
        return 1;
    }
}
