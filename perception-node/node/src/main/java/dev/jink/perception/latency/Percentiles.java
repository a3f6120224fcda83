package dev.jink.perception.latency;

import org.HdrHistogram.Histogram;

/**
 * One distribution of times in milliseconds.
 *
 * @param count how many times went in
 */
public record Percentiles(
        long count, double p50, double p99, double p999, double p9999, double max) {
    /** Of a histogram of nanoseconds; all 0 when it is empty. */
    public static Percentiles of(Histogram nanos) {
        return new Percentiles(
                nanos.getTotalCount(),
                ms(nanos.getValueAtPercentile(50)),
                ms(nanos.getValueAtPercentile(99)),
                ms(nanos.getValueAtPercentile(99.9)),
                ms(nanos.getValueAtPercentile(99.99)),
                ms(nanos.getMaxValue()));
    }

    private static double ms(long nanos) {
        return Math.round(nanos / 1e3) / 1e3;
    }
}
