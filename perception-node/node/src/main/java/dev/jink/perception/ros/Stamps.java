package dev.jink.perception.ros;

import builtin_interfaces.msg.Time;

/** Header stamps as one number and back; allocates nothing. */
final class Stamps {
    private static final long SECOND = 1_000_000_000L;

    private Stamps() {}

    static long nanos(Time time) {
        return time.getSec() * SECOND + Integer.toUnsignedLong(time.getNanosec());
    }

    static void set(Time time, long nanos) {
        time.setSec((int) Math.floorDiv(nanos, SECOND));
        time.setNanosec((int) Math.floorMod(nanos, SECOND));
    }
}
