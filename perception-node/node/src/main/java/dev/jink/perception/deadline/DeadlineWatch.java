package dev.jink.perception.deadline;

/**
 * The duty the guard exists for: a frame without an outcome when its guard time comes is answered
 * with the brake command. It owns no frame: it decides by compare-and-set on the word it has seen,
 * so a frame that was settled and reused in between is left alone.
 */
public final class DeadlineWatch implements Watch {
    private final Deadline[] deadlines;
    private final Ledger ledger;
    private final Brake brake;

    /**
     * @param deadlines all that frames will ever carry
     */
    public DeadlineWatch(Deadline[] deadlines, Ledger ledger, Brake brake) {
        this.deadlines = deadlines.clone();
        this.ledger = ledger;
        this.brake = brake;
    }

    @Override
    public long poll(long nowNanos) {
        long next = NEVER;
        for (Deadline deadline : deadlines) {
            long seen = deadline.look();
            if (!Deadline.isOpen(seen)) {
                continue;
            }
            long left = deadline.guardNanos() - nowNanos;
            if (left > 0) {
                next = Math.min(next, left);
            } else {
                answer(deadline, seen);
            }
        }
        return next;
    }

    private void answer(Deadline deadline, long seen) {
        // Read before settling: afterwards the frame may already carry its successor's times.
        long stampNanos = deadline.stampNanos();
        long arrivalNanos = deadline.arrivalNanos();
        long dueNanos = deadline.dueNanos();
        if (deadline.settle(seen, Outcome.BRAKED)) {
            boolean out = false;
            try {
                brake.publish(stampNanos);
                out = true;
            } finally {
                if (out) {
                    ledger.published(Outcome.BRAKED, arrivalNanos, dueNanos);
                } else {
                    ledger.lost(Outcome.BRAKED);
                }
            }
        }
    }
}
