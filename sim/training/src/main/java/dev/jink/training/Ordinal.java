package dev.jink.training;

/**
 * Range as eight questions per cell: is the nearest obstacle nearer than T[k]? Logit k is the log
 * odds of yes (ordinal regression; Frank and Hall, "A simple approach to ordinal classification",
 * 2001).
 */
final class Ordinal {
    private static final float[] THRESHOLDS_M = {1f, 1.5f, 2f, 3f, 4f, 6f, 8f, 12f};
    static final int COUNT = THRESHOLDS_M.length;

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
