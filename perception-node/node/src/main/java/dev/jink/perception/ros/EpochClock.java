package dev.jink.perception.ros;

import dev.jink.perception.deadline.NanoClock;

import java.time.Instant;

/**
 * The machine's time since 1970, without allocating: the monotonic clock and an
 * offset that {@link #look} measures anew, so that a step of the wall clock is followed within
 * one adjustment.
 */
final class EpochClock implements StampClock {
    private static final long SECOND = 1_000_000_000L;
    private static final int TRIES = 5;

    private final NanoClock clock;
    private volatile long offsetNanos;

    EpochClock(NanoClock clock) {
        this.clock = clock;
        adjust();
    }

    @Override
    public long nanosAt(long monotonicNanos) {
        return monotonicNanos + offsetNanos;
    }

    @Override
    public void look() {
        adjust();
    }

    @Override
    public String words() {
        return "the machine's";
    }

    /** Measures the offset. Of some tries the one counts that was least disturbed. */
    private void adjust() {
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
