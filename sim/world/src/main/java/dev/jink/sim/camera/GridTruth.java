package dev.jink.sim.camera;

import java.util.Arrays;

/** The true obstacle grid of a shot: what the network should say. Pure, any thread. */
public final class GridTruth {
    /** Pixels of a shot per cell and side, for the 160x120 virtual camera's 20x15 grid. */
    public static final int CELL = 8;

    private GridTruth() {}

    /**
     * Nearest obstacle range per 8x8 cell.
     *
     * @param shot whose size is a multiple of 8
     * @param rangeM receives [h/8][w/8] metres along the ray, +infinity where the cell has none
     */
    public static void nearest(Shot shot, float[] rangeM) {
        nearest(shot, CELL, 1, rangeM);
    }

    /**
     * As {@link #nearest(Shot, float[])}, where a cell counts as obstructed from the given number
     * of obstacle pixels on: the range is that of the pixels-th nearest, which leaves out single
     * pixels a network can't be asked to see.
     *
     * @param cell pixels per cell and side; must divide the shot's width and height
     * @param pixels 1 to 8
     */
    public static void nearest(Shot shot, int cell, int pixels, float[] rangeM) {
        nearest(shot, cell, pixels, false, rangeM);
    }

    /** As {@link #nearest(Shot, int, int, float[])} of any surface: ground and ceiling count too. */
    public static void nearestSurface(Shot shot, int cell, int pixels, float[] rangeM) {
        nearest(shot, cell, pixels, true, rangeM);
    }

    private static void nearest(
            Shot shot, int cell, int pixels, boolean anySurface, float[] rangeM) {
        int columns = shot.width() / cell;
        int rows = shot.height() / cell;
        if (columns * cell != shot.width()
                || rows * cell != shot.height()
                || rangeM.length != columns * rows
                || pixels < 1
                || pixels > 8) {
            throw new IllegalArgumentException(
                    "grid truth: shot of "
                            + shot.width()
                            + "x"
                            + shot.height()
                            + " in cells of "
                            + cell
                            + ", "
                            + rangeM.length
                            + " ranges, "
                            + pixels
                            + " pixels; wanted cells that divide the shot, one range a cell, 1 to"
                            + " 8 pixels");
        }
        Arrays.fill(rangeM, Float.POSITIVE_INFINITY);
        float[] nearest = new float[pixels];
        for (int c = 0; c < rangeM.length; c++) {
            Arrays.fill(nearest, Float.POSITIVE_INFINITY);
            int corner = c / columns * cell * shot.width() + c % columns * cell;
            for (int y = 0; y < cell; y++) {
                for (int x = 0; x < cell; x++) {
                    int i = corner + y * shot.width() + x;
                    if (anySurface || shot.obstacle()[i] != 0) {
                        insert(nearest, shot.rangeM()[i]);
                    }
                }
            }
            rangeM[c] = nearest[pixels - 1];
        }
    }

    private static void insert(float[] sorted, float range) {
        int i = sorted.length - 1;
        if (range >= sorted[i]) {
            return;
        }
        for (; i > 0 && sorted[i - 1] > range; i--) {
            sorted[i] = sorted[i - 1];
        }
        sorted[i] = range;
    }
}
