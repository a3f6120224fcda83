package dev.jink.perception.latency;

/**
 * Decides when the compiled code has settled: the path's times are looked at in windows, and when
 * several windows in a row are no longer faster than the best one before, there is nothing more to
 * wait for. The median of a window stands for it, so that one preempted frame does not count.
 */
public final class Settling {
    private static final int WINDOW = 25;
    private static final int CALM_WINDOWS = 4;
    private static final double FASTER = 0.95;

    private final int leastFrames;
    private final long[] window = new long[WINDOW];
    private int filled;
    private int frames;
    private int calm;
    private long best = Long.MAX_VALUE;
    private long last = Long.MAX_VALUE;

    /**
     * @param leastFrames not settled before this many, however calm: the JIT compiler counts calls
     */
    public Settling(int leastFrames) {
        this.leastFrames = leastFrames;
    }

    /** One more frame took this long. */
    public void add(long nanos) {
        frames++;
        window[filled++] = nanos;
        if (filled < WINDOW) {
            return;
        }
        filled = 0;
        java.util.Arrays.sort(window);
        last = window[WINDOW / 2];
        if (last < best * FASTER) {
            calm = 0;
        } else {
            calm++;
        }
        best = Math.min(best, last);
    }

    public boolean isSettled() {
        return frames >= leastFrames && calm >= CALM_WINDOWS;
    }

    public int frames() {
        return frames;
    }

    /** Median of the last full window, nanoseconds. */
    public long lastMedianNanos() {
        return last;
    }
}
