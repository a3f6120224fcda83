package dev.jink.kernels.vector;

import dev.jink.kernels.LayerKernel.Step;

/** A layer as stages: all of them for one row, then all of them for the next. */
final class RowSteps implements Step {
    private final Runnable before;
    private final RowKernel[] stages;
    private final int rows;

    /**
     * @param before what is done once per run
     * @param rows rows of the output
     */
    RowSteps(Runnable before, int rows, RowKernel... stages) {
        this.before = before;
        this.rows = rows;
        this.stages = stages;
    }

    @Override
    public void run() {
        before.run();
        for (int y = 0; y < rows; y++) {
            for (RowKernel stage : stages) {
                stage.run(y);
            }
        }
    }
}
