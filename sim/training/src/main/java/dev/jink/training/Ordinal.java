package dev.jink.training;

import dev.jink.perception.sight.ObstacleGrid;

/**
 * Range as eight questions per cell: is the nearest obstacle nearer than T[k]? Logit k is the log
 * odds of yes (ordinal regression; Frank and Hall, "A simple approach to ordinal classification",
 * 2001). The same eight are asked of the nearest surface of any kind, ground and ceiling too: what
 * a depth camera would say. They teach the network what lies where between the obstacles, and make
 * it comparable to real depth pictures.
 */
final class Ordinal {
    private static final float[] THRESHOLDS_M = {1f, 1.5f, 2f, 3f, 4f, 6f, 8f, 12f};
    static final int COUNT = THRESHOLDS_M.length;

    /** What the network says of a cell: first of obstacles, then of surfaces. */
    static final int LOGITS = 2 * COUNT;

    /** Of the questions about surfaces, beside 1 of those about obstacles. */
    private static final float SURFACE_WEIGHT = 0.5f;

    private static final float NEAR_M = 3f;
    private static final float NEAR_WEIGHT = 4f;
    private static final float OBSTACLE_WEIGHT = 2f;

    private Ordinal() {}

    /** Index of the threshold at {@code rangeM}. */
    static int indexOf(float rangeM) {
        for (int k = 0; k < COUNT; k++) {
            if (THRESHOLDS_M[k] == rangeM) {
                return k;
            }
        }
        throw new IllegalArgumentException(
                "threshold: got %s m, wanted one of %s; ask for one of these"
                        .formatted(rangeM, text()));
    }

    /** 1 when an obstacle at {@code rangeM} (+infinity: none) is nearer than threshold k. */
    static float target(float rangeM, int k) {
        return rangeM < THRESHOLDS_M[k] ? 1f : 0f;
    }

    /**
     * What an error in this cell costs: near cells decide whether the drone hits something, and are
     * rare; a cell that the camera did not see costs nothing.
     */
    static float cost(float rangeM, boolean seen) {
        if (!seen) {
            return 0f;
        }
        return rangeM < NEAR_M
                ? NEAR_WEIGHT
                : rangeM < THRESHOLDS_M[COUNT - 1] ? OBSTACLE_WEIGHT : 1f;
    }

    /** As {@link #cost}, of the questions about surfaces. */
    static float surfaceCost(float surfaceM, boolean seen) {
        return !seen ? 0f : surfaceM < NEAR_M ? OBSTACLE_WEIGHT * SURFACE_WEIGHT : SURFACE_WEIGHT;
    }

    /** A grid that reads what the network says of obstacles. */
    static ObstacleGrid grid(float[] logits) {
        int channels = logits.length / VirtualPicture.CELLS;
        return new ObstacleGrid(
                VirtualPicture.COLUMNS, VirtualPicture.ROWS, THRESHOLDS_M, 0, channels);
    }

    /**
     * What a network says of surfaces, float [15][20][8]; of obstacles, where it says nothing else.
     */
    static float[] surfaces(float[] logits) {
        int channels = logits.length / VirtualPicture.CELLS;
        float[] surfaces = new float[VirtualPicture.CELLS * COUNT];
        for (int cell = 0; cell < VirtualPicture.CELLS; cell++) {
            int from = cell * channels + channels - COUNT;
            System.arraycopy(logits, from, surfaces, cell * COUNT, COUNT);
        }
        return surfaces;
    }

    /** As the model file's metadata has it: {@code 1 1.5 2 …}. */
    static String text() {
        StringBuilder text = new StringBuilder();
        for (float t : THRESHOLDS_M) {
            text.append(text.isEmpty() ? "" : " ");
            text.append(t == (int) t ? Integer.toString((int) t) : Float.toString(t));
        }
        return text.toString();
    }
}
