package dev.jink.perception.avoid;

import dev.jink.calibration.CellRays;

/**
 * The geometry of the grid's cells: their rays turned level, how wide they are, and which cell a
 * direction falls into.
 *
 * <p>For a pinhole looking along x, right/forward = −y/x of a ray is even from column to column,
 * and down/forward = −z/x from row to row. So the first ray and two steps say where any direction
 * falls, without the camera's numbers.
 */
final class View {
    final int columns;
    final int rows;
    final int cells;

    /** Unit rays, level body frame, after {@link #level}: [cells]. */
    final double[] x;

    final double[] y;
    final double[] z;

    /** Sine of the angle from a cell's middle to its corner: [cells]. */
    final double[] sinHalf;

    /** Azimuths of a cell's left and right border, body frame, rad: [cells]. */
    final double[] leftAzimuth;

    final double[] rightAzimuth;

    private final float[] body; // [cells][3]
    private final double right0;
    private final double rightStep;
    private final double down0;
    private final double downStep;

    // Level = Ry(pitch) · Rx(roll) · body, row by row.
    private double m00 = 1;
    private double m01;
    private double m02;
    private double m11 = 1;
    private double m12;
    private double m20;
    private double m21;
    private double m22 = 1;

    View(CellRays rays) {
        columns = rays.columns();
        rows = rays.rows();
        if (columns < 2 || rows < 2) {
            throw new IllegalArgumentException(
                    "planner: a grid of "
                            + columns
                            + "x"
                            + rows
                            + " cells, wanted at least 2x2: take the grid of the model");
        }
        cells = columns * rows;
        body = rays.directions().clone();
        x = new double[cells];
        y = new double[cells];
        z = new double[cells];
        sinHalf = new double[cells];
        leftAzimuth = new double[cells];
        rightAzimuth = new double[cells];
        int last = cells - 1;
        right0 = -body[1] / body[0];
        down0 = -body[2] / body[0];
        rightStep = (-body[3 * last + 1] / body[3 * last] - right0) / (columns - 1);
        downStep = (-body[3 * last + 2] / body[3 * last] - down0) / (rows - 1);
        for (int cell = 0; cell < cells; cell++) {
            double right = right0 + cell % columns * rightStep;
            double down = down0 + cell / columns * downStep;
            leftAzimuth[cell] = Math.atan(-(right - rightStep / 2));
            rightAzimuth[cell] = Math.atan(-(right + rightStep / 2));
            sinHalf[cell] = sinHalf(right, down);
        }
        level(0, 0);
    }

    /** The largest angle from the middle of the cell at (right, down) to one of its corners. */
    private double sinHalf(double right, double down) {
        double most = 0;
        for (int corner = 0; corner < 4; corner++) {
            double r = right + ((corner & 1) - 0.5) * rightStep;
            double d = down + ((corner >> 1) - 0.5) * downStep;
            // |a x b| / (|a||b|) with a = (1, right, down), b = (1, r, d).
            double c0 = right * d - down * r;
            double c1 = down - d;
            double c2 = r - right;
            double cross = Math.sqrt(c0 * c0 + c1 * c1 + c2 * c2);
            double lengths = Math.sqrt((1 + right * right + down * down) * (1 + r * r + d * d));
            most = Math.max(most, cross / lengths);
        }
        return most;
    }

    /**
     * Turns the rays level for a drone with this roll (right leaning) and pitch (nose down), rad.
     */
    void level(double roll, double pitch) {
        double sr = Math.sin(roll);
        double cr = Math.cos(roll);
        double sp = Math.sin(pitch);
        double cp = Math.cos(pitch);
        m00 = cp;
        m01 = sp * sr;
        m02 = sp * cr;
        m11 = cr;
        m12 = -sr;
        m20 = -sp;
        m21 = cp * sr;
        m22 = cp * cr;
        for (int cell = 0, i = 0; cell < cells; cell++, i += 3) {
            x[cell] = m00 * body[i] + m01 * body[i + 1] + m02 * body[i + 2];
            y[cell] = m11 * body[i + 1] + m12 * body[i + 2];
            z[cell] = m20 * body[i] + m21 * body[i + 1] + m22 * body[i + 2];
        }
    }

    /** The cell a point of the level body frame falls into; −1 = outside of the picture. */
    int cellOf(double lx, double ly, double lz) {
        double bx = m00 * lx + m20 * lz;
        double by = m01 * lx + m11 * ly + m21 * lz;
        double bz = m02 * lx + m12 * ly + m22 * lz;
        if (bx <= 0.02) {
            return -1;
        }
        double column = (-by / bx - right0) / rightStep + 0.5;
        double row = (-bz / bx - down0) / downStep + 0.5;
        boolean inside = column >= 0 && column < columns && row >= 0 && row < rows;
        return inside ? (int) row * columns + (int) column : -1;
    }
}
