package dev.jink.calibration;

/**
 * Where each cell of the network's grid looks: the unit ray through its centre, in body FLU. Cells
 * are counted row by row from the top left, {@code cell = row * columns + column}, and tile the
 * virtual picture evenly.
 *
 * <p>Immutable but for the array that {@link #directions()} lends; any thread.
 */
public final class CellRays {
    private final int columns;
    private final int rows;

    /** [rows * columns][3] x forward, y left, z up. */
    private final float[] directions;

    private final float[] azimuthRad;
    private final float[] elevationRad;

    private CellRays(VirtualCamera camera, int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        directions = new float[rows * columns * 3];
        azimuthRad = new float[rows * columns];
        elevationRad = new float[rows * columns];
        for (int row = 0; row < rows; row++) {
            // The middle of n pixels that begin at pixel a is a + (n - 1) / 2.
            double v = (row + 0.5) * camera.height() / rows - 0.5;
            for (int column = 0; column < columns; column++) {
                double u = (column + 0.5) * camera.width() / columns - 0.5;
                look(row * columns + column, u, v, camera);
            }
        }
    }

    /**
     * @param columns of the grid, for example 20 over 160 pixels
     * @param rows of the grid, for example 15 over 120 pixels
     * @throws CalibrationException in one line when the grid doesn't tile the virtual picture
     */
    public static CellRays of(VirtualCamera camera, int columns, int rows) {
        Grid.check(camera, columns, rows);
        return new CellRays(camera, columns, rows);
    }

    private void look(int cell, double u, double v, VirtualCamera camera) {
        // Optical (right, down, 1) is forward 1, left −right, up −down.
        double left = -(u - camera.cx()) / camera.fx();
        double up = -(v - camera.cy()) / camera.fy();
        double length = Math.sqrt(1 + left * left + up * up);
        directions[3 * cell] = (float) (1 / length);
        directions[3 * cell + 1] = (float) (left / length);
        directions[3 * cell + 2] = (float) (up / length);
        azimuthRad[cell] = (float) Math.atan2(left, 1);
        elevationRad[cell] = (float) Math.atan2(up, Math.hypot(1, left));
    }

    /** Columns of the grid. */
    public int columns() {
        return columns;
    }

    /** Rows of the grid. */
    public int rows() {
        return rows;
    }

    /** Cells of the grid, rows times columns. */
    public int cells() {
        return rows * columns;
    }

    /**
     * All rays, [rows * columns][3] in body FLU (x forward, y left, z up), each of length 1. Lent,
     * not copied, for the planner's inner loops: do not write to it.
     */
    public float[] directions() {
        return directions;
    }

    /** Forward component of the unit ray. */
    public float x(int cell) {
        return directions[3 * cell];
    }

    /** Left component of the unit ray. */
    public float y(int cell) {
        return directions[3 * cell + 1];
    }

    /** Up component of the unit ray. */
    public float z(int cell) {
        return directions[3 * cell + 2];
    }

    /** Angle of the cell's ray about body z, left positive, 0 straight ahead. */
    public float azimuthRad(int cell) {
        return azimuthRad[cell];
    }

    /** Angle of the cell's ray above the body's x-y plane, up positive. */
    public float elevationRad(int cell) {
        return elevationRad[cell];
    }
}
