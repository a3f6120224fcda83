package dev.jink.calibration;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * How much of each grid cell the real camera covers. What it does not cover was not seen, and
 * unknown is never free.
 *
 * <p>Immutable; any thread.
 */
public final class CellMask {
    private final int columns;
    private final int rows;
    private final float[] share;

    private CellMask(MemorySegment valid, VirtualCamera camera, int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        int[] seen = new int[rows * columns];
        int cellWidth = camera.width() / columns;
        int cellHeight = camera.height() / rows;
        for (int v = 0; v < camera.height(); v++) {
            for (int u = 0; u < camera.width(); u++) {
                if (valid.get(ValueLayout.JAVA_BYTE, (long) v * camera.width() + u) != 0) {
                    seen[v / cellHeight * columns + u / cellWidth]++;
                }
            }
        }
        share = new float[rows * columns];
        for (int cell = 0; cell < share.length; cell++) {
            share[cell] = (float) seen[cell] / (cellWidth * cellHeight);
        }
    }

    /**
     * @param columns of the grid
     * @param rows of the grid
     * @throws CalibrationException in one line when the grid doesn't tile the virtual picture
     */
    public static CellMask of(RectifyMaps maps, int columns, int rows) {
        Grid.check(maps.virtualCamera(), columns, rows);
        return new CellMask(maps.valid(), maps.virtualCamera(), columns, rows);
    }

    /** Columns of the grid. */
    public int columns() {
        return columns;
    }

    /** Rows of the grid. */
    public int rows() {
        return rows;
    }

    /** Share of the cell's pixels that the real camera sees, 0 to 1. */
    public float share(int cell) {
        return share[cell];
    }

    /** Whether the real camera sees at least this share of the cell. */
    public boolean covers(int cell, float leastShare) {
        return share[cell] >= leastShare;
    }
}
