package dev.jink.perception.sight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.SplittableRandom;

class ObstacleGridTest {
    private static final float[] T = {1, 1.5f, 2, 3, 4, 6, 8, 12};

    private final ObstacleGrid grid = new ObstacleGrid(1, 1, T, 0);

    private float rangeOf(float... logits) {
        grid.decode(segment(logits));
        return grid.rangeM(0);
    }

    private static MemorySegment segment(float... logits) {
        MemorySegment segment = Arena.ofAuto().allocate(4L * logits.length, 64);
        MemorySegment.copy(logits, 0, segment, ValueLayout.JAVA_FLOAT, 0, logits.length);
        return segment;
    }

    @Test
    void shouldBeWhollyUnknownAtFirst() {
        ObstacleGrid fresh = new ObstacleGrid(20, 15);
        assertEquals(300, fresh.cells());
        assertEquals(1, fresh.unknownShare());
        assertTrue(Float.isNaN(fresh.rangeM(299)));
        assertEquals(Float.POSITIVE_INFINITY, fresh.nearestM());
    }

    @Test
    void shouldBeClearWhenNoThresholdIsLikelyUndercut() {
        assertEquals(Float.POSITIVE_INFINITY, rangeOf(-9, -8, -7, -6, -5, -4, -3, -2));
    }

    @Test
    void shouldBeNearerThanTheFirstThresholdWhenAllAreUndercut() {
        assertEquals(0.7f, rangeOf(1, 2, 3, 4, 5, 6, 7, 8), 1e-6);
    }

    @Test
    void shouldFindTheRangeWhereTheOddsAreEven() {
        // Zero midway between the logits of 3 m and 4 m: the geometric mean.
        assertEquals(Math.sqrt(12), rangeOf(-7, -5, -3, -1, 1, 3, 5, 7), 1e-3);
        // A quarter of the way from 6 m to 8 m.
        double quarter = 6 * Math.pow(8 / 6.0, 0.25);
        assertEquals(quarter, rangeOf(-9, -8, -7, -6, -5, -1, 3, 4), 1e-3);
        // Exactly at a threshold.
        assertEquals(2, rangeOf(-4, -2, 0, 2, 4, 6, 8, 9), 1e-6);
    }

    @Test
    void shouldInterpolateInLogRangeEverywhere() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 2000; i++) {
            int k = random.nextInt(1, 8);
            float below = -random.nextFloat(0.01f, 6);
            float above = random.nextFloat(0.01f, 6);
            float[] logits = new float[8];
            for (int j = 0; j < 8; j++) {
                logits[j] = j < k ? below - (k - 1 - j) : above + (j - k);
            }
            double share = -below / (above - below);
            double wanted = T[k - 1] * Math.pow(T[k] / T[k - 1], share);
            assertEquals(wanted, rangeOf(logits), 2e-4 * wanted, "seed 11, case " + i);
        }
    }

    @Test
    void shouldNeitherConjureNorHideAnObstacleForOneWildLogit() {
        // One small positive among strong negatives, and one small negative among positives.
        assertEquals(Float.POSITIVE_INFINITY, rangeOf(-9, 0.5f, -7, -6, -5, -4, -3, -2));
        assertEquals(0.7f, rangeOf(5, 5, 5, -1, 5, 5, 5, 5), 1e-6);
    }

    @Test
    void shouldRepairFallingLogitsToTheNearestRisingOnes() {
        // 3, -1 pools to 1, 1: the crossing lies between 1.5 m (-2) and 2 m (1).
        double wanted = 1.5 * Math.pow(2 / 1.5, 2 / 3.0);
        assertEquals(wanted, rangeOf(-4, -2, 3, -1, 5, 6, 7, 8), 1e-3);
    }

    @Test
    void shouldPutARiseOfAnyLogitNearerNeverFarther() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 2000; i++) {
            float[] logits = new float[8];
            for (int k = 0; k < 8; k++) {
                logits[k] = random.nextFloat(-3, 3);
            }
            float before = rangeOf(logits);
            logits[random.nextInt(8)] += random.nextFloat(0, 4);
            assertTrue(rangeOf(logits) <= before * 1.0001f, "seed 5, case " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void shouldSurviveLogitsThatAreNotFinite(float wild) {
        float range = rangeOf(-9, -8, -7, wild, -5, 4, 5, 6);
        assertEquals(Float.isNaN(wild), Float.isNaN(range));
    }

    @Test
    void shouldBeUnknownBelowTheLeastConfidence() {
        ObstacleGrid careful = new ObstacleGrid(2, 1, T, 0.5f);
        MemorySegment logits = Arena.ofAuto().allocate(64, 64);
        for (int k = 0; k < 8; k++) {
            logits.setAtIndex(ValueLayout.JAVA_FLOAT, k, -0.3f);
            logits.setAtIndex(ValueLayout.JAVA_FLOAT, 8 + k, -5);
        }
        careful.decode(logits);
        assertTrue(Float.isNaN(careful.rangeM(0)));
        assertEquals(Float.POSITIVE_INFINITY, careful.rangeM(1));
        assertEquals(0.5, careful.unknownShare());
    }

    @Test
    void shouldApproximateTheConfidenceWithinItsStatedError() {
        for (float l = -12; l <= 12; l += 0.01f) {
            rangeOf(l, l, l, l, l, l, l, l);
            double exact = Math.abs(2 / (1 + Math.exp(-l)) - 1);
            assertEquals(exact, grid.confidence(0), 0.024, "logit " + l);
        }
    }

    @Test
    void shouldNameTheBadArgument() {
        assertEquals(
                "grid: thresholds_m [1.0, 1.0], wanted 2 to 32 rising ranges above 0 m: mend the"
                        + " model's metadata key thresholds_m",
                refusal(1, 1, new float[] {1, 1}, 0));
        assertEquals(
                "grid: got 0 columns x 5 rows, wanted at least 1 x 1 and at most 2^20 cells: read"
                        + " the size from the model's metadata key grid",
                refusal(0, 5, T, 0));
        assertEquals(
                "grid: min_confidence is NaN, wanted 0 (trust all) to 1 (trust nothing): set it in"
                        + " between",
                refusal(1, 1, T, Float.NaN));
    }

    private static String refusal(int columns, int rows, float[] thresholds, float confidence) {
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> new ObstacleGrid(columns, rows, thresholds, confidence))
                .getMessage();
    }

    @Test
    void shouldAllocateNothingToDecode() {
        ObstacleGrid full = new ObstacleGrid(20, 15, T, 0.2f);
        MemorySegment logits = Arena.ofAuto().allocate(4L * 300 * 8, 64);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 2400; i++) {
            logits.setAtIndex(ValueLayout.JAVA_FLOAT, i, random.nextFloat(-4, 4));
        }
        Allocation.assertNone(10_000, () -> full.decode(logits));
    }
}
