package dev.jink.perception.deadline;

import java.util.function.LongConsumer;

/**
 * Books the end of a frame, once its command or its brake is out: outcome, miss, latency. Path and
 * guard share it; nothing here waits or allocates.
 */
public final class Ledger {
    private final OutcomeCounters counters;
    private final NanoClock clock;
    private final LongConsumer answered;

    /**
     * @param answered told of every answer: nanoseconds from the frame's arrival until it was out
     */
    public Ledger(OutcomeCounters counters, NanoClock clock, LongConsumer answered) {
        this.counters = counters;
        this.clock = clock;
        this.answered = answered;
    }

    /** The command or brake for a frame with these times has just been published. */
    public void published(Outcome outcome, long arrivalNanos, long dueNanos) {
        long doneNanos = clock.nanos();
        if (doneNanos - dueNanos > 0) {
            counters.missed();
        }
        answered.accept(doneNanos - arrivalNanos);
        counters.count(outcome);
    }

    /** Publishing failed: the frame has its outcome, but got no answer. That is a miss. */
    public void lost(Outcome outcome) {
        counters.missed();
        counters.count(outcome);
    }
}
