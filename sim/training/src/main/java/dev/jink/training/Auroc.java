package dev.jink.training;

import java.util.Arrays;

/**
 * Area under the ROC curve: the chance that a positive scores higher than a negative, ties counting
 * half (the Mann-Whitney statistic). Collects scores; not thread-safe.
 */
final class Auroc {
    private long[] keys = new long[1024];
    private int size;
    private int positives;

    /** Adds one example; NaN is refused, as it has no rank. */
    void add(float score, boolean positive) {
        if (Float.isNaN(score)) {
            throw new IllegalArgumentException(
                    "score: got NaN, wanted a number; the network diverged, lower the rate");
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
        }
        // The score's bits, ordered like the score, above; the class below, so one sort ranks.
        int bits = Float.floatToIntBits(score + 0f);
        int ordered = bits >= 0 ? bits : bits ^ Integer.MAX_VALUE;
        keys[size++] = (long) ordered << 1 | (positive ? 1 : 0);
        positives += positive ? 1 : 0;
    }

    int positives() {
        return positives;
    }

    /** 0 … 1; NaN while one of the classes is empty. */
    double value() {
        if (positives == 0 || positives == size) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(keys, size);
        Arrays.sort(sorted);
        double rankSum = 0;
        for (int from = 0, to; from < size; from = to) {
            int tied = 0;
            for (to = from; to < size && sorted[to] >> 1 == sorted[from] >> 1; to++) {
                tied += (int) (sorted[to] & 1);
            }
            rankSum += tied * (from + 1.0 + to) * 0.5;
        }
        double p = positives;
        return (rankSum - p * (p + 1) / 2) / (p * (size - p));
    }
}
