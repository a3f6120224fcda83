package dev.jink.sim.ros;

import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** The system clock that ROS stamps carry, and waiting on the monotonic one. */
public final class WallTime {
    /** The scheduler wakes a sleeper this late or less; the rest is spun. */
    private static final long SPIN_NANOS = 300_000L;

    private WallTime() {}

    public static long epochNanos() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    /** Returns at this moment of System.nanoTime(), or at once when it is past or interrupted. */
    public static void until(long nanos) {
        long left = nanos - System.nanoTime();
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
            if (left > SPIN_NANOS) {
                LockSupport.parkNanos(left - SPIN_NANOS);
            } else {
                Thread.onSpinWait();
            }
            left = nanos - System.nanoTime();
        }
    }
}
