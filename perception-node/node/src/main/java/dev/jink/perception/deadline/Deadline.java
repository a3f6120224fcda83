package dev.jink.perception.deadline;

import java.util.concurrent.atomic.AtomicLong;

/**
 * One frame's time limit and the place where its single outcome is decided. It is born when the
 * frame is taken from the transport and handed down the path with it; path and guard race for it
 * with one compare-and-set.
 *
 * <p>Deadlines are reused with their frames. The word holds the frame's number beside its state, so
 * that a guard looking at an old frame can never settle the new one that came to live here:
 *
 * <pre>
 *   63                              3 2     0
 *   +--------------------------------+-------+
 *   |  frame number                  | state |   state: 0 open, 1 + outcome when settled
 *   +--------------------------------+-------+
 * </pre>
 *
 * Times are in nanoseconds of the path's {@link NanoClock}.
 */
public final class Deadline {
    private static final int STATE_BITS = 3;
    private static final long STATE_MASK = (1L << STATE_BITS) - 1;
    private static final long OPEN = 0;
    private static final long NEVER_ARMED = settledState(Outcome.REFUSED);

    private final Budget budget;
    private final AtomicLong word = new AtomicLong(NEVER_ARMED);
    private volatile long dueNanos;
    private volatile long arrivalNanos;
    private volatile long stampNanos;

    public Deadline(Budget budget) {
        this.budget = budget;
    }

    /**
     * Opens this deadline for a new frame. Only the thread that owns the frame may call it, and
     * only when the frame before has been settled.
     *
     * @param frameNumber grows with every frame
     * @param arrivalNanos when the transport handed the frame over
     * @param stampAgeNanos how old the header stamp was then, 0 or more: unless the budget says
     *     otherwise it counts from the stamp too, and the earlier of both ends it
     * @param stampNanos the header stamp as sent, carried for whoever answers this frame
     */
    public void arm(long frameNumber, long arrivalNanos, long stampAgeNanos, long stampNanos) {
        assert !isOpen();
        this.arrivalNanos = arrivalNanos;
        this.stampNanos = stampNanos;
        long spentNanos = budget.fromStamp() ? Math.max(0, stampAgeNanos) : 0;
        this.dueNanos = arrivalNanos - spentNanos + budget.totalNanos();
        word.set(frameNumber << STATE_BITS | OPEN);
    }

    /** Whether no outcome has been decided yet. */
    public boolean isOpen() {
        return isOpen(word.get());
    }

    /**
     * Decides the outcome.
     *
     * @return true for the one caller whose outcome counts, false for all that come later
     */
    public boolean settle(Outcome outcome) {
        return settle(word.get(), outcome);
    }

    /** True when the guard's time has come: work on this frame can't count any more. */
    public boolean hasPassed(long nowNanos) {
        return nowNanos - guardNanos() >= 0;
    }

    /** True when the whole budget is used up. */
    public boolean isMissed(long nowNanos) {
        return nowNanos - dueNanos > 0;
    }

    /** When the guard brakes. */
    public long guardNanos() {
        return dueNanos - budget.guardMarginNanos();
    }

    /** When the budget ends. */
    public long dueNanos() {
        return dueNanos;
    }

    public long arrivalNanos() {
        return arrivalNanos;
    }

    /** The header stamp of the frame, in the sender's nanoseconds. */
    public long stampNanos() {
        return stampNanos;
    }

    public long number() {
        return word.get() >>> STATE_BITS;
    }

    /** The word as it stands: for {@link #settle(long, Outcome)} by a thread that owns no frame. */
    long look() {
        return word.get();
    }

    static boolean isOpen(long word) {
        return (word & STATE_MASK) == OPEN;
    }

    /** Decides the outcome of the frame that {@code seen} belongs to, or of none. */
    boolean settle(long seen, Outcome outcome) {
        return isOpen(seen) && word.compareAndSet(seen, seen & ~STATE_MASK | settledState(outcome));
    }

    private static long settledState(Outcome outcome) {
        return 1 + outcome.ordinal();
    }
}
