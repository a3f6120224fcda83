package dev.jink.benchmarks;

import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * Times several things in turn, A B C A B C ..., so that what else happens on the machine meets all
 * of them alike, and takes each one's median.
 */
final class Rounds {
    /** A round of a side is at least this long, so that the clock and a stray interrupt are small. */
    private static final long LEAST_NANOS = 20_000_000;

    private static final int WARM_UP = 3;

    /** Warm-up for each round that is to come. */
    private static final long WARM_UP_NANOS = 150_000_000;

    /** However few the rounds: C2 takes a second for the kernels of a network, which box until then. */
    private static final long LEAST_WARM_UP_NANOS = 1_500_000_000;

    private final LongSupplier clockNanos;
    private final int rounds;

    Rounds(LongSupplier clockNanos, int rounds) {
        this.clockNanos = clockNanos;
        this.rounds = rounds;
    }

    Rounds(int rounds) {
        this(System::nanoTime, rounds);
    }

    /** Median milliseconds of one call of each side. */
    double[] medianMs(Runnable... sides) {
        int[] calls = new int[sides.length];
        for (int side = 0; side < sides.length; side++) {
            calls[side] = callsOfARound(sides[side]);
        }
        double[][] took = new double[sides.length][rounds];
        for (int round = 0; round < rounds; round++) {
            for (int side = 0; side < sides.length; side++) {
                took[side][round] = ms(sides[side], calls[side]);
            }
        }
        return Arrays.stream(took).mapToDouble(Rounds::median).toArray();
    }

    /** Warms up in the shape that is measured, and finds how many calls fill a round. */
    int callsOfARound(Runnable side) {
        int calls = 1;
        long warmUp = Math.max(LEAST_WARM_UP_NANOS, rounds * WARM_UP_NANOS);
        long begin = clockNanos.getAsLong();
        for (int i = 0; i < WARM_UP || clockNanos.getAsLong() - begin < warmUp; ) {
            long nanos = nanos(side, calls);
            if (nanos < LEAST_NANOS && calls < 1 << 20) {
                calls *= 2;
            } else {
                i++;
            }
        }
        return calls;
    }

    /** Milliseconds of one call, by one round of {@code calls}. */
    double ms(Runnable side, int calls) {
        return nanos(side, calls) / 1e6 / calls;
    }

    private long nanos(Runnable side, int calls) {
        long start = clockNanos.getAsLong();
        for (int i = 0; i < calls; i++) {
            side.run();
        }
        return clockNanos.getAsLong() - start;
    }

    /** The middle one, or the mean of the two in the middle. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
