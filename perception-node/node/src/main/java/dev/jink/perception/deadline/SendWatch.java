package dev.jink.perception.deadline;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The last metre of the path: an answer that is being handed to the transport and does not come
 * back. Its frame has its outcome by then, so {@link DeadlineWatch} leaves it alone; this watch
 * brakes for it when the guard's time comes, by the guard's own way out. Path and guard race for the
 * frame once more, with one compare-and-set, and whoever wins books it.
 *
 * <pre>
 *   63                              1    0
 *   +--------------------------------+------+
 *   |  frame number                  | bit  |   0 about to be settled, 1 being sent
 *   +--------------------------------+------+   all 0: nothing; all 1: the guard has braked for it
 * </pre>
 *
 * <p>{@link #claim} and {@link #end} belong to the path's thread, {@link #poll} to the guard's.
 */
public final class SendWatch implements Watch {
    private static final long NOTHING = 0;
    private static final long SENDING = 1;
    private static final long OVERTAKEN = -1;
    private static final long RETRY_NANOS = 100_000L;

    private final AtomicLong word = new AtomicLong(NOTHING);
    private final Ledger ledger;
    private final Brake brake;
    private volatile long guardNanos;
    private volatile long stampNanos;
    private volatile long arrivalNanos;
    private volatile long dueNanos;
    private volatile long overtaken;

    public SendWatch(Ledger ledger, Brake brake) {
        this.ledger = ledger;
        this.brake = brake;
    }

    /**
     * Decides a frame's outcome, and if that is the path's to do, watches over its answer from here
     * to {@link #end}.
     *
     * @return whether the path may send it; false when the guard has answered the frame
     */
    public boolean claim(Deadline deadline, Outcome outcome) {
        guardNanos = deadline.guardNanos();
        stampNanos = deadline.stampNanos();
        arrivalNanos = deadline.arrivalNanos();
        dueNanos = deadline.dueNanos();
        long frame = deadline.number() << 1;
        // Before the outcome is settled: from then on nobody else makes the guard look in time.
        word.set(frame);
        if (!deadline.settle(outcome)) {
            word.set(NOTHING);
            return false;
        }
        word.set(frame | SENDING);
        return true;
    }

    /**
     * The path has sent what it claimed, or failed to.
     *
     * @return false when it took too long: the guard has braked and booked the frame, and what went
     *     out so late must be followed by a brake
     */
    public boolean end() {
        return word.getAndSet(NOTHING) != OVERTAKEN;
    }

    /** Sends that the guard has braked for. */
    public long overtaken() {
        return overtaken;
    }

    @Override
    public long poll(long nowNanos) {
        long seen = word.get();
        if (seen == NOTHING || seen == OVERTAKEN) {
            return NEVER;
        }
        // Read before the race is won: afterwards the path may be at the next frame.
        long stamp = stampNanos;
        long arrival = arrivalNanos;
        long due = dueNanos;
        long left = guardNanos - nowNanos;
        if (left > 0) {
            return left;
        }
        if ((seen & SENDING) == 0) {
            return RETRY_NANOS;
        }
        if (word.compareAndSet(seen, OVERTAKEN)) {
            brake(stamp, arrival, due);
        }
        return NEVER;
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one writer, the guard's thread
    private void brake(long stamp, long arrival, long due) {
        overtaken = overtaken + 1;
        boolean out = false;
        try {
            brake.publish(stamp);
            out = true;
        } finally {
            if (out) {
                ledger.published(Outcome.BRAKED, arrival, due);
            } else {
                ledger.lost(Outcome.BRAKED);
            }
        }
    }
}
