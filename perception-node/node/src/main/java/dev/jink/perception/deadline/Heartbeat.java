package dev.jink.perception.deadline;

/**
 * The guard's sign of life: it beats with each look at its watches, the path listens. Without a guard nobody brakes for a
 * path that is late, so the path's word can't be relied on: it brakes.
 *
 * <p>The guard looks at least once per budget. When it has not for two of them, its brake for a late frame would have
 * missed that frame's deadline too. Written by one thread, read by any; allocates nothing.
 */
public final class Heartbeat {
    private static final int BUDGETS_WITHOUT_A_LOOK = 2;

    private final long intervalNanos;
    private final long longestNanos;
    private volatile long lastNanos;

    /**
     * @param nowNanos when the first look is waited for, on the clock of all that follow
     */
    public Heartbeat(Budget budget, long nowNanos) {
        intervalNanos = budget.totalNanos();
        longestNanos = BUDGETS_WITHOUT_A_LOOK * budget.totalNanos();
        lastNanos = nowNanos;
    }

    /** A look that was begun at {@code nowNanos} has come to its end. */
    void beat(long nowNanos) {
        lastNanos = nowNanos;
    }

    /** The longest that the guard may sleep. */
    long intervalNanos() {
        return intervalNanos;
    }

    /** Nanoseconds since the guard looked last. */
    public long ageNanos(long nowNanos) {
        return nowNanos - lastNanos;
    }

    /** Whether the guard can't be relied on: it hangs, has ended, or is not let run. */
    public boolean isMissing(long nowNanos) {
        return ageNanos(nowNanos) > longestNanos;
    }
}
