package dev.jink.perception.health;

/**
 * How fast pictures come to the path: below a rate a drone flies further between two of them than
 * it can answer for. A picture that comes more than {@code slowestNanos} after the last is not
 * believed, and neither are those that follow while the mean of the last four intervals is longer
 * than that: one hiccup costs one picture, a camera that has become slow all of them.
 *
 * <p>Belongs to the path's thread, but for {@link #restart}; allocates nothing.
 */
public final class InputPace {
    private static final int INTERVALS = 4;

    private final long slowestNanos;
    private final long[] intervals = new long[INTERVALS];
    private int known;
    private int next;
    private long lastNanos;
    private volatile boolean fresh = true;

    /**
     * @param slowestNanos a longer interval is too long
     */
    public InputPace(long slowestNanos) {
        this.slowestNanos = slowestNanos;
    }

    /** The next picture is the first: the time since the last says nothing. Any thread. */
    public void restart() {
        fresh = true;
    }

    /**
     * A picture came.
     *
     * @return whether pictures come too slowly
     */
    public boolean isSlow(long arrivalNanos) {
        if (fresh) {
            fresh = false;
            known = 0;
            next = 0;
        } else {
            intervals[next] = arrivalNanos - lastNanos;
            next = (next + 1) % INTERVALS;
            known = Math.min(INTERVALS, known + 1);
        }
        long since = known == 0 ? 0 : arrivalNanos - lastNanos;
        lastNanos = arrivalNanos;
        long sum = 0;
        for (int i = 0; i < known; i++) {
            sum += intervals[i];
        }
        return since > slowestNanos || sum > slowestNanos * known;
    }
}
