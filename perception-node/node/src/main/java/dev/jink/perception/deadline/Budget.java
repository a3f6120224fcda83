package dev.jink.perception.deadline;

/**
 * How long a frame may take from its arrival, and from its header stamp, to its command.
 *
 * @param totalNanos the whole budget
 * @param guardMarginNanos how long before the end of the budget the guard brakes: must cover waking
 *     the guard's thread and publishing one command
 * @param fromStamp whether it counts from the header stamp too, where that is older than the arrival
 */
public record Budget(long totalNanos, long guardMarginNanos, boolean fromStamp) {
    public Budget(long totalNanos, long guardMarginNanos) {
        this(totalNanos, guardMarginNanos, true);
    }

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

    /** The same, counted from the arrival alone: for stamps of a simulated time, whose age is none. */
    public Budget fromArrivalAlone() {
        return new Budget(totalNanos, guardMarginNanos, false);
    }

    /** The age at which a frame has no time left that the guard would not take: it is stale. */
    public long staleAgeNanos() {
        return totalNanos - guardMarginNanos;
    }
}
