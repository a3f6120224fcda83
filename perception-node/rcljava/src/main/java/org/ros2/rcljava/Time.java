package org.ros2.rcljava;

import org.ros2.rcljava.time.ClockType;

import java.util.concurrent.TimeUnit;

/** Reads clocks into messages, and messages into nanoseconds. */
public final class Time {
    private static final long NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private Time() {}

    /** The wall clock, now. */
    public static builtin_interfaces.msg.Time now() {
        return now(ClockType.SYSTEM_TIME);
    }

    /** A clock, now. */
    public static builtin_interfaces.msg.Time now(ClockType clockType) {
        return set(new builtin_interfaces.msg.Time(), nanos(clockType));
    }

    /** Seconds and nanoseconds as one number. */
    public static long toNanoseconds(builtin_interfaces.msg.Time time) {
        return time.getSec() * NANOS_PER_SECOND + Integer.toUnsignedLong(time.getNanosec());
    }

    /** Nanoseconds from {@code earlier} to {@code later}. */
    public static long difference(
            builtin_interfaces.msg.Time later, builtin_interfaces.msg.Time earlier) {
        return toNanoseconds(later) - toNanoseconds(earlier);
    }

    private static builtin_interfaces.msg.Time set(builtin_interfaces.msg.Time time, long nanos) {
        return time.setSec((int) Math.floorDiv(nanos, NANOS_PER_SECOND))
                .setNanosec((int) Math.floorMod(nanos, NANOS_PER_SECOND));
    }

    private static long nanos(ClockType clockType) {
        return switch (clockType) {
            case SYSTEM_TIME -> {
                var now = java.time.Instant.now();
                yield now.getEpochSecond() * NANOS_PER_SECOND + now.getNano();
            }
            case STEADY_TIME -> System.nanoTime();
            case ROS_TIME, TIME_SOURCE_UNINITIALIZED ->
                    throw new UnsupportedOperationException(
                            "clock %s: this transport reads SYSTEM_TIME and STEADY_TIME only"
                                    .formatted(clockType));
        };
    }
}
