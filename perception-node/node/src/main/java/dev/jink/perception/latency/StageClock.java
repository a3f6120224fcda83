package dev.jink.perception.latency;

import dev.jink.perception.deadline.NanoClock;

/**
 * Stops the time of each stage of one frame. One reading of the clock per border, shared with
 * whoever asks for the time there. Single-threaded, allocates nothing.
 */
public final class StageClock {
    private final NanoClock clock;
    private final long[] nanos = new long[Stage.count()];
    private final boolean[] passed = new boolean[Stage.count()];
    private long lastNanos;

    public StageClock(NanoClock clock) {
        this.clock = clock;
    }

    /** A new frame, which arrived at {@code arrivalNanos}; ends {@link Stage#WAIT}. */
    public long begin(long arrivalNanos) {
        for (int i = 0; i < passed.length; i++) {
            passed[i] = false;
        }
        lastNanos = arrivalNanos;
        return end(Stage.WAIT);
    }

    /** The border after {@code stage}. Returns the time there. */
    public long end(Stage stage) {
        long now = clock.nanos();
        nanos[stage.ordinal()] = now - lastNanos;
        passed[stage.ordinal()] = true;
        lastNanos = now;
        return now;
    }

    /** Time at the border passed last. */
    public long lastNanos() {
        return lastNanos;
    }

    boolean passed(int stage) {
        return passed[stage];
    }

    long nanos(int stage) {
        return nanos[stage];
    }
}
