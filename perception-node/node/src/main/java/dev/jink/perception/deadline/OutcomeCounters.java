package dev.jink.perception.deadline;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How often each outcome came about. Every count has its writers, and any thread may read; once the
 * path is idle, {@code arrived = acted + braked + superseded + refused}.
 */
public final class OutcomeCounters {
    private final AtomicLong arrived = new AtomicLong();
    private final AtomicLong acted = new AtomicLong();
    private final AtomicLong braked = new AtomicLong();
    private final AtomicLong superseded = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong missedDeadlines = new AtomicLong();
    private final AtomicLong lateResults = new AtomicLong();

    /** A frame came out of the transport. */
    public void arrived() {
        arrived.incrementAndGet();
    }

    /** An outcome was decided; only the caller that won {@link Deadline#settle} may say so. */
    public void count(Outcome outcome) {
        counter(outcome).incrementAndGet();
    }

    /** A command or brake left after the whole budget was used up. */
    public void missed() {
        missedDeadlines.incrementAndGet();
    }

    /** The path finished work whose outcome had been decided without it; nothing was published. */
    public void lateResult() {
        lateResults.incrementAndGet();
    }

    /** Forgets all: warm-up is over. */
    public void reset() {
        arrived.set(0);
        for (Outcome outcome : Outcome.values()) {
            counter(outcome).set(0);
        }
        missedDeadlines.set(0);
        lateResults.set(0);
    }

    public long of(Outcome outcome) {
        return counter(outcome).get();
    }

    public long missedDeadlines() {
        return missedDeadlines.get();
    }

    public Figures figures() {
        long a = acted.get();
        long b = braked.get();
        long s = superseded.get();
        long r = refused.get();
        return new Figures(
                a + b + s + r,
                a,
                b,
                s,
                r,
                missedDeadlines.get(),
                lateResults.get(),
                arrived.get() - (a + b + s + r));
    }

    private AtomicLong counter(Outcome outcome) {
        return switch (outcome) {
            case ACTED -> acted;
            case BRAKED -> braked;
            case SUPERSEDED -> superseded;
            case REFUSED -> refused;
        };
    }

    /**
     * The counts at one moment.
     *
     * @param frames frames with an outcome: the sum of the four that follow
     * @param missedDeadlines frames neither superseded nor refused that got no command in time
     * @param lateResults results thrown away because the guard had answered
     * @param open frames that have no outcome yet; 0 once the path is idle
     */
    public record Figures(
            long frames,
            long acted,
            long braked,
            long superseded,
            long refused,
            long missedDeadlines,
            long lateResults,
            long open) {}
}
