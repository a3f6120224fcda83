package dev.jink.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.lang.foreign.MemorySegment;
import java.util.List;

class ScoreTest {
    @Test
    void shouldFindNoFaultWithTheTruth() {
        Example example = scene();
        Score score = Score.of(List.of(example), List.of(truth(example, 8)), e -> true);
        assertEquals(1, score.pictures());
        assertEquals(1.0, score.auroc1m());
        assertEquals(1.0, score.auroc2m());
        assertEquals(1.0, score.auroc4m());
        // 1.5 m decodes as between 1.5 and 2 m.
        assertEquals(0.15, score.rangeError(), 0.02);
        assertEquals(1.0, score.found());
        assertEquals(0.0, score.falseAlarms());
    }

    @Test
    void shouldFindAllFaultWithItsContrary() {
        Example example = scene();
        Score score = Score.of(List.of(example), List.of(truth(example, -8)), e -> true);
        assertEquals(0.0, score.auroc2m());
    }

    @Test
    void shouldCountAMissedObstacleAsAnErrorOfOne() {
        Example example = scene();
        float[] clear = new float[VirtualPicture.CELLS * Ordinal.LOGITS];
        java.util.Arrays.fill(clear, -5);
        Score score = Score.of(List.of(example), List.of(clear), e -> true);
        assertEquals(1.0, score.rangeError());
        assertEquals(0.5, score.auroc2m());
        assertEquals(0.0, score.found());
    }

    /** A fifth at 0.9 m, a fifth at 1.5 m, a fifth at 3.5 m, the rest clear. */
    private static Example scene() {
        MemorySegment frame = MemorySegment.ofArray(new byte[FrameLayout.BYTES]);
        float[] ranges = {0.9f, 1.5f, 3.5f, Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY};
        for (int cell = 0; cell < VirtualPicture.CELLS; cell++) {
            FrameLayout.rangeM(frame, cell, ranges[cell % ranges.length]);
        }
        Example example = new Example();
        example.label(frame, false);
        example.normalise(FieldOfView.WHOLE);
        return example;
    }

    @Test
    void shouldReadSurfacesBehindObstacles() {
        float[] logits = new float[VirtualPicture.CELLS * Ordinal.LOGITS];
        logits[3 * Ordinal.LOGITS + 1] = 5;
        logits[3 * Ordinal.LOGITS + Ordinal.COUNT + 1] = 7;
        assertEquals(5, Score.logit(logits, 3, 1.5f));
        assertEquals(7, Score.logit(Ordinal.surfaces(logits), 3, 1.5f));
    }

    @Test
    void shouldReadObstaclesWhereAModelKnowsNoSurfaces() {
        float[] logits = new float[VirtualPicture.CELLS * Ordinal.COUNT];
        logits[3 * Ordinal.COUNT + 1] = 5;
        assertEquals(5, Score.logit(Ordinal.surfaces(logits), 3, 1.5f));
    }

    /** What a network says that knows the obstacles, and of surfaces the contrary. */
    private static float[] truth(Example example, float sure) {
        float[] logits = new float[VirtualPicture.CELLS * Ordinal.LOGITS];
        for (int i = 0; i < logits.length; i++) {
            float rangeM = example.rangeM(i / Ordinal.LOGITS);
            float sign = Ordinal.target(rangeM, i % Ordinal.COUNT) > 0 ? 1 : -1;
            logits[i] = i % Ordinal.LOGITS < Ordinal.COUNT ? sign * sure : -sign * sure;
        }
        return logits;
    }
}
