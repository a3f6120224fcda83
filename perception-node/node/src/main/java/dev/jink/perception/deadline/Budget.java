package dev.jink.perception.deadline;

/**
 * How long a frame may take from its arrival, and from its header stamp, to its command.
 *
 * @param totalNanos the whole budget
 * @param guardMarginNanos how long before the end of the budget the guard brakes: must cover waking
 *     the guard's thread and publishing one command
 */
public record Budget(long totalNanos, long guardMarginNanos) {
    public Budget {
        if (totalNanos <= 0) {
            throw new IllegalArgumentException(
                    "budget: got " + totalNanos + " ns, wanted more than 0");
        }
        if (guardMarginNanos <= 0 || guardMarginNanos >= totalNanos) {
            throw new IllegalArgumentException(
                    "guard margin: got "
                            + guardMarginNanos
                            + " ns, wanted more than 0 and less than the budget of "
                            + totalNanos
                            + " ns");
        }
    }

    public static Budget ofMillis(double totalMs, double guardMarginMs) {
        return new Budget(Math.round(totalMs * 1e6), Math.round(guardMarginMs * 1e6));
    }

    /** The age at which a frame has no time left that the guard would not take: it is stale. */
    public long staleAgeNanos() {
        return totalNanos - guardMarginNanos;
    }
}
