package dev.jink.kernels.vector;

import dev.jink.kernels.LayerKernel.Step;

/** A layer as stages: all of them for one band of rows, then all of them for the next. */
final class RowSteps implements Step {
    /** Pixels times planes of a band: few enough for the caches, many enough for whole tiles. */
    private static final int BAND_COLUMNS = 64;

    private final Runnable before;
    private final RowKernel[] stages;
    private final int fromRow;
    private final int toRow;
    private final int band;

    /**
     * @param before what is done once per run
     * @param fromRow first row of the output
     * @param toRow the row behind the last
     * @param band rows of a band
     */
    RowSteps(Runnable before, int fromRow, int toRow, int band, RowKernel... stages) {
        this.before = before;
        this.fromRow = fromRow;
        this.toRow = toRow;
        this.band = band;
        this.stages = stages;
    }

    /** Rows of a band when {@code rows} of {@code columns} each are to be done, evenly cut. */
    static int band(int rows, int columns) {
        int most = Math.max(1, BAND_COLUMNS / columns);
        int bands = (rows + most - 1) / most;
        return (rows + bands - 1) / bands;
    }

    @Override
    public void run() {
        before.run();
        for (int y = fromRow; y < toRow; y += band) {
            int rows = Math.min(band, toRow - y);
            for (RowKernel stage : stages) {
                stage.run(y, rows);
            }
        }
    }
}
