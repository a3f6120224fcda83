package dev.jink.perception.sight;

import java.util.Arrays;

/**
 * One cell's ordinal answer, read as a range and a confidence.
 *
 * <p>Logit l[k] is the log-odds that the cell's nearest obstacle is nearer than T[k]. Since "nearer
 * than T[k]" implies "nearer than T[k+1]", true log-odds rise with k. A network's don't always:
 * {@link #rangeM} first replaces them by the rising sequence with the least squared difference
 * (isotonic regression by pooling adjacent violators; Barlow et al., Statistical Inference under
 * Order Restrictions, 1972), so that one wild logit among seven calm ones neither conjures up an
 * obstacle nor hides one.
 *
 * <p>The range is where the rising logits cross zero, the even-odds point, straight in (log
 * range, logit) between the two thresholds around it: r = T[k-1] · (T[k]/T[k-1])^t with t =
 * −l[k-1] / (l[k] − l[k-1]). The power comes from a table of 32 chords per interval, within 0.01
 * % of it. All below zero is clear, +infinity; none below zero is nearer than T[0], and {@link
 * ObstacleGrid#NEAREST_SHARE} · T[0] is returned.
 *
 * <p>The confidence is the mean over k of |2σ(l) − 1| = tanh(|l|/2), with Padé's tanh x ≈ x(27 +
 * x²) / (27 + 9x²) up to x = 3 and 1 beyond it; its error is below 0.024.
 */
final class OrdinalRange {
    private static final int CHORDS = 32;

    private final float[] thresholdsM;
    private final float[] curveM; // [levels - 1][CHORDS + 1]
    private final float[] logit;
    private final float[] pooledMean;
    private final int[] pooledCount;

    OrdinalRange(float[] thresholds) {
        thresholdsM = thresholds.clone();
        int levels = thresholdsM.length;
        boolean rising = levels >= 2 && levels <= 32 && thresholdsM[0] > 0;
        for (int k = 1; k < levels; k++) {
            rising &= thresholdsM[k] > thresholdsM[k - 1];
        }
        if (!rising || !Float.isFinite(thresholdsM[levels - 1])) {
            throw new IllegalArgumentException(
                    "grid: thresholds_m "
                            + Arrays.toString(thresholdsM)
                            + ", wanted 2 to 32 rising ranges above 0 m:"
                            + " mend the model's metadata key thresholds_m");
        }
        curveM = new float[(levels - 1) * (CHORDS + 1)];
        for (int k = 1, i = 0; k < levels; k++) {
            double ratio = (double) thresholdsM[k] / thresholdsM[k - 1];
            for (int c = 0; c <= CHORDS; c++, i++) {
                curveM[i] = (float) (thresholdsM[k - 1] * Math.pow(ratio, (double) c / CHORDS));
            }
        }
        logit = new float[levels];
        pooledMean = new float[levels];
        pooledCount = new int[levels];
    }

    int levels() {
        return logit.length;
    }

    void put(int k, float value) {
        logit[k] = value;
    }

    /** 0 to 1; NaN when a logit is NaN. */
    float confidence() {
        float sum = 0;
        for (float l : logit) {
            float x = Math.abs(l) * 0.5f;
            // The comparison is false for NaN, which then spreads through the sum.
            sum += x >= 3 ? 1 : x * (27 + x * x) / (27 + 9 * x * x);
        }
        return sum / logit.length;
    }

    /** Metres, or +infinity. The logits must not be NaN. */
    float rangeM() {
        int pools = pool();
        if (pooledMean[0] >= 0) {
            return ObstacleGrid.NEAREST_SHARE * thresholdsM[0];
        }
        int below = pooledCount[0] - 1;
        for (int p = 1; p < pools; p++) {
            float upper = pooledMean[p];
            if (upper >= 0) {
                float lower = pooledMean[p - 1];
                return between(below, -lower / (upper - lower));
            }
            below += pooledCount[p];
        }
        return Float.POSITIVE_INFINITY;
    }

    /** Pools falling neighbours into their mean until the means rise; returns how many remain. */
    private int pool() {
        int pools = 0;
        for (float l : logit) {
            // An infinite logit would turn differences into NaN; 40 is as sure as float gets.
            float mean = Math.clamp(l, -40f, 40f);
            int count = 1;
            while (pools > 0 && pooledMean[pools - 1] > mean) {
                pools--;
                int both = count + pooledCount[pools];
                mean = (mean * count + pooledMean[pools] * pooledCount[pools]) / both;
                count = both;
            }
            pooledMean[pools] = mean;
            pooledCount[pools++] = count;
        }
        return pools;
    }

    private float between(int k, float share) {
        float position = share * CHORDS;
        int chord = Math.min((int) position, CHORDS - 1);
        int at = k * (CHORDS + 1) + chord;
        float part = position - chord;
        return curveM[at] + part * (curveM[at + 1] - curveM[at]);
    }
}
