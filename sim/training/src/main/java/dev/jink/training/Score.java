package dev.jink.training;

import dev.jink.perception.sight.ObstacleGrid;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * How well a predictor does on rendered scenes that training never saw.
 *
 * @param pictures how many were judged
 * @param auroc1m area under the ROC curve of "nearer than 1 m", over all cells that were seen
 * @param auroc2m of "nearer than 2 m"
 * @param auroc4m of "nearer than 4 m"
 * @param rowAuroc2m the trivial score beside it: a cell further down counts as nearer
 * @param rangeError median of |decoded - true| / true over cells with an obstacle nearer than 8 m;
 *     a cell decoded as clear counts as an error of 1
 * @param found share of the cells nearer than 2 m that decode as nearer than 3 m
 * @param falseAlarms share of the cells clear to 6 m that decode as nearer than 3 m
 */
record Score(
        int pictures,
        double auroc1m,
        double auroc2m,
        double auroc4m,
        double rowAuroc2m,
        double rangeError,
        double found,
        double falseAlarms) {
    private static final float RANGED_M = 8f;
    private static final float NEAR_M = 2f;
    private static final float FAR_M = 6f;
    private static final float ALARM_M = 3f;

    /**
     * Judges what was predicted for those examples that {@code which} picks.
     *
     * @param logits of each example, float [15][20][16]
     */
    static Score of(List<Example> examples, List<float[]> logits, Predicate<Example> which) {
        Auroc one = new Auroc();
        Auroc two = new Auroc();
        Auroc four = new Auroc();
        Auroc row = new Auroc();
        Errors errors = new Errors();
        int pictures = 0;
        int near = 0;
        int far = 0;
        int found = 0;
        int falseAlarms = 0;
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.get(i);
            if (!which.test(example)) {
                continue;
            }
            pictures++;
            float[] l = logits.get(i);
            ObstacleGrid grid = Ordinal.grid(l);
            grid.decode(MemorySegment.ofArray(l));
            for (int cell = 0; cell < VirtualPicture.CELLS; cell++) {
                if (!example.seen(cell)) {
                    continue;
                }
                float rangeM = example.rangeM(cell);
                one.add(logit(l, cell, 1f), rangeM < 1f);
                two.add(logit(l, cell, 2f), rangeM < 2f);
                four.add(logit(l, cell, 4f), rangeM < 4f);
                row.add(cell / VirtualPicture.COLUMNS, rangeM < 2f);
                boolean alarm = grid.rangeM(cell) < ALARM_M;
                if (rangeM < NEAR_M) {
                    near++;
                    found += alarm ? 1 : 0;
                } else if (rangeM > FAR_M) {
                    far++;
                    falseAlarms += alarm ? 1 : 0;
                }
                if (rangeM < RANGED_M) {
                    errors.add(relative(grid.rangeM(cell), rangeM));
                }
            }
        }
        return new Score(
                pictures,
                one.value(),
                two.value(),
                four.value(),
                row.value(),
                errors.median(),
                (double) found / near,
                (double) falseAlarms / far);
    }

    /** The log odds that the cell's obstacle is nearer than a threshold. */
    static float logit(float[] logits, int cell, float rangeM) {
        int channels = logits.length / VirtualPicture.CELLS;
        return logits[cell * channels + Ordinal.indexOf(rangeM)];
    }

    private static float relative(float decodedM, float trueM) {
        return Float.isFinite(decodedM) ? Math.abs(decodedM - trueM) / trueM : 1f;
    }

    /** A row of the model card's table. */
    String row(String name) {
        return "| %s | %d | %.3f | %.3f | %.3f | %.3f | %.0f %% | %.0f %% | %.0f %% |"
                .formatted(
                        name,
                        pictures,
                        auroc1m,
                        auroc2m,
                        auroc4m,
                        rowAuroc2m,
                        100 * rangeError,
                        100 * found,
                        100 * falseAlarms);
    }

    /** The head of the model card's table. */
    static String head() {
        return "| | pictures | < 1 m | < 2 m | < 4 m | < 2 m by row alone | range error"
                + " | found | false |\n|---|---|---|---|---|---|---|---|---|";
    }

    /** A growing list of errors. */
    private static final class Errors {
        private float[] values = new float[1024];
        private int size;

        void add(float error) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = error;
        }

        double median() {
            Arrays.sort(values, 0, size);
            return size == 0 ? Double.NaN : values[size / 2];
        }
    }
}
