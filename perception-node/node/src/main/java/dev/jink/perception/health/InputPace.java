package dev.jink.perception.health;

/**
 * How fast pictures come to the path: below a rate a drone flies further between two of them than
 * it can answer for. The mean of the last intervals counts, so that one hiccup is forgiven and a
 * camera that has become slow is not: with {@code slowestNanos} between pictures or more they are
 * no longer believed, until they come faster again.
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
     * @param slowestNanos the mean interval that is too long
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
        lastNanos = arrivalNanos;
        long sum = 0;
        for (int i = 0; i < known; i++) {
            sum += intervals[i];
        }
        return known > 0 && sum > slowestNanos * known;
    }
}
