package dev.jink.perception.ros;

import dev.jink.perception.deadline.NanoClock;

import java.time.Instant;

/**
 * Time since 1970 for comparing with header stamps, without allocating: the monotonic clock and an
 * offset that {@link #adjust} measures anew, so that a step of the wall clock is followed within
 * one adjustment.
 */
final class EpochClock {
    private static final long SECOND = 1_000_000_000L;
    private static final int TRIES = 5;

    private final NanoClock clock;
    private volatile long offsetNanos;

    EpochClock(NanoClock clock) {
        this.clock = clock;
        adjust();
    }

    /** Nanoseconds since 1970 at a moment of the monotonic clock. */
    long epochNanos(long monotonicNanos) {
        return monotonicNanos + offsetNanos;
    }

    /** Measures the offset. Of some tries the one counts that was least disturbed. */
    void adjust() {
        long shortest = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            long before = clock.nanos();
            Instant wall = Instant.now();
            long took = clock.nanos() - before;
            if (took < shortest) {
                shortest = took;
                offsetNanos = wall.getEpochSecond() * SECOND + wall.getNano() - before - took / 2;
            }
        }
    }
}
