package dev.jink.launch.ros;

import builtin_interfaces.msg.Time;

import java.time.Instant;

/** Times as seconds since 1970 in one number, to a quarter of a microsecond. */
final class Seconds {
    private static final double NANO = 1e-9;

    private Seconds() {}

    static double of(Time stamp) {
        return stamp.getSec() + NANO * Integer.toUnsignedLong(stamp.getNanosec());
    }

    static double now() {
        Instant now = Instant.now();
        return now.getEpochSecond() + NANO * now.getNano();
    }
}
