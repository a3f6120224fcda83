package dev.jink.calibration.board;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

import java.util.Arrays;

/**
 * One corner of a chessboard, fitted to the pixels around it: two lines that cross, four fields, the
 * lens's blur and the slope of the light,
 *
 * <pre>
 *   I(q) = (m + a · erf(d₁ / √2 s) · erf(d₂ / √2 s)) · (1 + g · q)      q = pixel − corner
 *   dᵢ   = nᵢ · q − κᵢ ((tᵢ · q)² + s²)                                  line i along tᵢ, square to nᵢ
 * </pre>
 *
 * by Levenberg–Marquardt. Nine numbers are free: the corner, both directions, m, a, ln s and g; the
 * bends κ come from the neighbours. κ s² is what blur does to a bent edge: it shifts the place of half
 * the contrast towards the hollow side. Only pixels near the two lines tell where the corner is, and
 * only they are looked at. Not thread-safe.
 */
final class CornerFit {
    private static final int FREE = 9;
    private static final int MOST_STEPS = 25;
    private static final double SETTLED_PX = 0.0005;
    private static final double FIRST_DAMPING = 1e-3;
    private static final double LEAST_DAMPING = 1e-7;

    /** A pixel gathers light over a square of deviation 0.29 px: nothing is sharper. */
    private static final double LEAST_BLUR_LOG = Math.log(0.3);

    /** From the highest power down. */
    private static final double[] ERF = {
        1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592
    };

    private static final double MOST_BLUR_LOG = Math.log(4);

    private final GrayPicture picture;
    private final double along;
    private final double across;

    private final double[] p = new double[FREE];
    private final double[] tried = new double[FREE];
    private final double[] slope = new double[FREE];
    private final double[] bends = new double[2];
    private final DMatrixRMaj normal = new DMatrixRMaj(FREE, FREE);
    private final DMatrixRMaj damped = new DMatrixRMaj(FREE, FREE);
    private final DMatrixRMaj right = new DMatrixRMaj(FREE, 1);
    private final DMatrixRMaj step = new DMatrixRMaj(FREE, 1);

    /** Pixels looked at, [n][2]. */
    private int[] window = new int[512];

    private int pixels;

    /**
     * @param along how far from the corner lines are followed, in squares
     * @param across how far beside them pixels count, in squares
     */
    CornerFit(GrayPicture picture, double along, double across) {
        this.picture = picture;
        this.along = along;
        this.across = across;
    }

    /**
     * Fits.
     *
     * @param x roughly
     * @param row the line along the row: side x, y, bend x, y in pixels
     * @param column the same from row to row
     * @return whether it settled; then {@link #x} and {@link #y} tell the corner
     */
    boolean run(double x, double y, double[] row, double[] column) {
        p[0] = x;
        p[1] = y;
        p[2] = Math.atan2(row[1], row[0]);
        p[3] = Math.atan2(column[1], column[0]);
        bends[0] = bend(row);
        bends[1] = bend(column);
        if (!gather(row, column)) {
            return false;
        }
        begin();
        double cost = cost(p, true);
        double damping = FIRST_DAMPING;
        for (int i = 0; i < MOST_STEPS; i++) {
            damped.setTo(normal);
            for (int k = 0; k < FREE; k++) {
                damped.data[k * FREE + k] *= 1 + damping;
            }
            if (!CommonOps_DDRM.solve(damped, right, step)) {
                return false;
            }
            for (int k = 0; k < FREE; k++) {
                tried[k] = p[k] + step.data[k];
            }
            tried[6] = Math.clamp(tried[6], LEAST_BLUR_LOG, MOST_BLUR_LOG);
            double after = cost(tried, false);
            boolean better = after < cost;
            if (better) {
                System.arraycopy(tried, 0, p, 0, FREE);
                cost = cost(p, true);
            }
            if (Math.hypot(step.data[0], step.data[1]) < SETTLED_PX) {
                return true;
            }
            damping = better ? Math.max(LEAST_DAMPING, damping / 10) : damping * 10;
        }
        return false;
    }

    double x() {
        return p[0];
    }

    double y() {
        return p[1];
    }

    /** The bend square to a line, 1/px. */
    private static double bend(double[] line) {
        double square = line[0] * line[0] + line[1] * line[1];
        return (line[0] * line[3] - line[1] * line[2]) / (square * Math.sqrt(square));
    }

    /** Pixels near either line, by the squares' own axes; false when they are too few. */
    private boolean gather(double[] row, double[] column) {
        double det = row[0] * column[1] - row[1] * column[0];
        double reachX = along * (Math.abs(row[0]) + Math.abs(column[0]));
        double reachY = along * (Math.abs(row[1]) + Math.abs(column[1]));
        int left = (int) Math.max(0, Math.ceil(p[0] - reachX));
        int last = (int) Math.min(picture.width() - 1.0, p[0] + reachX);
        int low = (int) Math.min(picture.height() - 1.0, p[1] + reachY);
        pixels = 0;
        for (int v = (int) Math.max(0, Math.ceil(p[1] - reachY)); v <= low; v++) {
            for (int u = left; u <= last; u++) {
                double a = Math.abs(((u - p[0]) * column[1] - (v - p[1]) * column[0]) / det);
                double b = Math.abs(((v - p[1]) * row[0] - (u - p[0]) * row[1]) / det);
                if (Math.max(a, b) <= along && Math.min(a, b) <= across) {
                    if (2 * pixels == window.length) {
                        window = Arrays.copyOf(window, 4 * pixels);
                    }
                    window[2 * pixels] = u;
                    window[2 * pixels + 1] = v;
                    pixels++;
                }
            }
        }
        return pixels >= 3 * FREE;
    }

    /** Levels as they are found where the lines are thought to be. */
    private void begin() {
        double mean = 0;
        double fields = 0;
        for (int i = 0; i < pixels; i++) {
            mean += (double) picture.at(window[2 * i], window[2 * i + 1]) / pixels;
        }
        for (int i = 0; i < pixels; i++) {
            double qx = window[2 * i] - p[0];
            double qy = window[2 * i + 1] - p[1];
            double side =
                    (qy * Math.cos(p[2]) - qx * Math.sin(p[2]))
                            * (qy * Math.cos(p[3]) - qx * Math.sin(p[3]));
            fields += Math.signum(side) * (picture.at(window[2 * i], window[2 * i + 1]) - mean);
        }
        p[4] = Math.max(1, mean);
        p[5] = fields / pixels;
        p[6] = 0;
        p[7] = 0;
        p[8] = 0;
    }

    /** Sum of squared differences; with equations also the normal equations. */
    private double cost(double[] at, boolean equations) {
        double cos1 = Math.cos(at[2]);
        double sin1 = Math.sin(at[2]);
        double cos2 = Math.cos(at[3]);
        double sin2 = Math.sin(at[3]);
        double blur = Math.exp(at[6]);
        double steep = Math.sqrt(2 / Math.PI) / blur;
        if (equations) {
            normal.zero();
            right.zero();
        }
        double sum = 0;
        for (int i = 0; i < pixels; i++) {
            double qx = window[2 * i] - at[0];
            double qy = window[2 * i + 1] - at[1];
            double t1 = cos1 * qx + sin1 * qy;
            double t2 = cos2 * qx + sin2 * qy;
            double n1 = cos1 * qy - sin1 * qx;
            double n2 = cos2 * qy - sin2 * qx;
            double d1 = (n1 - bends[0] * (t1 * t1 + blur * blur)) / blur;
            double d2 = (n2 - bends[1] * (t2 * t2 + blur * blur)) / blur;
            double e1 = erf(d1 * Math.sqrt(0.5));
            double e2 = erf(d2 * Math.sqrt(0.5));
            double light = 1 + at[7] * qx + at[8] * qy;
            double field = at[4] + at[5] * e1 * e2;
            double miss = picture.at(window[2 * i], window[2 * i + 1]) - field * light;
            sum += miss * miss;
            if (equations) {
                double r1 = at[5] * light * e2 * steep * Math.exp(-0.5 * d1 * d1);
                double r2 = at[5] * light * e1 * steep * Math.exp(-0.5 * d2 * d2);
                // d's derivative by the corner, from −n and the bend's −t.
                slope[0] =
                        r1 * (sin1 + 2 * bends[0] * t1 * cos1)
                                + r2 * (sin2 + 2 * bends[1] * t2 * cos2)
                                - field * at[7];
                slope[1] =
                        r1 * (-cos1 + 2 * bends[0] * t1 * sin1)
                                + r2 * (-cos2 + 2 * bends[1] * t2 * sin2)
                                - field * at[8];
                slope[2] = r1 * (-t1 - 2 * bends[0] * t1 * n1);
                slope[3] = r2 * (-t2 - 2 * bends[1] * t2 * n2);
                slope[4] = light;
                slope[5] = e1 * e2 * light;
                slope[6] =
                        -blur * (r1 * (d1 + 2 * bends[0] * blur) + r2 * (d2 + 2 * bends[1] * blur));
                slope[7] = field * qx;
                slope[8] = field * qy;
                for (int k = 0; k < FREE; k++) {
                    right.data[k] += slope[k] * miss;
                    for (int j = 0; j <= k; j++) {
                        normal.data[k * FREE + j] += slope[k] * slope[j];
                    }
                }
            }
        }
        if (equations) {
            for (int k = 0; k < FREE; k++) {
                for (int j = 0; j < k; j++) {
                    normal.data[j * FREE + k] = normal.data[k * FREE + j];
                }
            }
        }
        return sum;
    }

    /** Abramowitz and Stegun 7.1.26, to 1.5e-7. */
    private static double erf(double x) {
        double a = Math.abs(x);
        double t = 1 / (1 + 0.3275911 * a);
        double sum = 0;
        for (double coefficient : ERF) {
            sum = t * (coefficient + sum);
        }
        return Math.copySign(1 - sum * Math.exp(-a * a), x);
    }
}
