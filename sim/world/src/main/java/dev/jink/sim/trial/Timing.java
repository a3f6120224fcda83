package dev.jink.sim.trial;

import java.util.Arrays;

/**
 * How long the pilot's work took, frame by frame. Grows as needed; apart from the flights, so that
 * these stay a matter of the seed alone.
 */
public final class Timing {
    private long[] nanos = new long[1024];
    private int count;

    void took(long frameNanos) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = frameNanos;
    }

    /** Adds another's frames to these. */
    void add(Timing other) {
        for (int i = 0; i < other.count; i++) {
            took(other.nanos[i]);
        }
    }

    public int frames() {
        return count;
    }

    /** Milliseconds within which this share of the frames was answered; 0 without any. */
    public double quantileMs(double share) {
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[Math.clamp((int) Math.ceil(share * count) - 1, 0, count - 1)] / 1e6;
    }
}
