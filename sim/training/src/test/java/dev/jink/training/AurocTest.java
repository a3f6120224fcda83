package dev.jink.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.SplittableRandom;

class AurocTest {
    @Test
    void shouldMatchTheTextbookExample() {
        // scikit-learn's documentation of roc_auc_score: 0.75.
        assertEquals(0.75, of(new double[] {0.1, 0.4, 0.35, 0.8}, false, false, true, true));
    }

    @Test
    void shouldCountTiesHalf() {
        assertEquals(0.5, of(new double[] {1, 1, 1, 1}, true, false, true, false));
        assertEquals(0.875, of(new double[] {-1, 0, 0, 2}, false, false, true, true));
    }

    @Test
    void shouldOrderNegativeScoresAndSignedZeros() {
        assertEquals(1.0, of(new double[] {-2, -1, 1, 2}, false, false, true, true));
        assertEquals(0.0, of(new double[] {-2, -1, 1, 2}, true, true, false, false));
        assertEquals(0.5, of(new double[] {-0.0, 0.0}, true, false));
    }

    @Test
    void shouldMatchCountingAllPairs() {
        long seed = 5;
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        double[] scores = new double[301];
        boolean[] positive = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            positive[i] = random.nextInt(3) == 0;
            scores[i] = random.nextInt(-20, 20) + (positive[i] ? 5 : 0);
        }
        double won = 0;
        int pairs = 0;
        for (int p = 0; p < scores.length; p++) {
            for (int n = 0; n < scores.length; n++) {
                if (positive[p] && !positive[n]) {
                    pairs++;
                    won += scores[p] > scores[n] ? 1 : scores[p] == scores[n] ? 0.5 : 0;
                }
            }
        }
        assertEquals(won / pairs, of(scores, positive), 1e-12);
    }

    @Test
    void shouldCountMoreTiesThanAnIntHolds() {
        int each = 120_000;
        double[] scores = new double[2 * each];
        boolean[] positive = new boolean[scores.length];
        java.util.Arrays.fill(positive, 0, each, true);
        assertEquals(0.5, of(scores, positive), 1e-12);
    }

    @Test
    void shouldBeUndefinedWithOneClass() {
        assertTrue(Double.isNaN(of(new double[] {1, 2}, true, true)));
    }

    @Test
    void shouldRefuseNan() {
        IllegalArgumentException e =
                assertThrows(
                        IllegalArgumentException.class, () -> new Auroc().add(Float.NaN, true));
        assertEquals(
                "score: got NaN, wanted a number; the network diverged, lower the rate",
                e.getMessage());
    }

    private static double of(double[] scores, boolean... positive) {
        Auroc auroc = new Auroc();
        for (int i = 0; i < scores.length; i++) {
            auroc.add((float) scores[i], positive[i]);
        }
        return auroc.value();
    }
}
