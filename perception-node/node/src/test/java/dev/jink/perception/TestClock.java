package dev.jink.perception;

import dev.jink.perception.deadline.NanoClock;

/** Virtual time: stands still until told otherwise. */
public final class TestClock implements NanoClock {
    public static final long MS = 1_000_000;

    private volatile long now;
    private volatile long perReading;

    public TestClock(long now) {
        this.now = now;
    }

    /** Every reading takes this long from now on. */
    public void runBy(long nanosPerReading) {
        perReading = nanosPerReading;
    }

    public void advanceMs(double ms) {
        now += Math.round(ms * MS);
    }

    @Override
    public synchronized long nanos() {
        now += perReading;
        return now;
    }
}
