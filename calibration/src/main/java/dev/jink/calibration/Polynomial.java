package dev.jink.calibration;

/**
 * The polynomial lens formulas of OpenCV ("Camera Calibration and 3D Reconstruction", the detailed
 * description of calib3d), after Brown and Conrady; plumb_bob is the rational one with k4 = k5 = k6
 * = 0:
 *
 * <pre>
 *   x = X/Z   y = Y/Z   r² = x² + y²
 *   s  = (1 + k1 r² + k2 r⁴ + k3 r⁶) / (1 + k4 r² + k5 r⁴ + k6 r⁶)
 *   x' = x s + 2 p1 x y + p2 (r² + 2 x²)
 *   y' = y s + p1 (r² + 2 y²) + 2 p2 x y
 * </pre>
 *
 * @param limit the largest r up to which r·s grows, see {@link #limitRad()}
 */
record Polynomial(
        String rosName,
        double k1,
        double k2,
        double p1,
        double p2,
        double k3,
        double k4,
        double k5,
        double k6,
        double limit)
        implements Distortion {
    /** tan 89°: no pinhole picture is wide enough for more to matter. */
    private static final double FARTHEST = 57.3;

    /** Walking in steps of 0.5 % of the radius finds a fold to within a fraction of a pixel. */
    private static final double GROWTH = 1.005;

    private static final double NEAREST = 0.01;

    static Polynomial plumbBob(double[] d) {
        return of("plumb_bob", d, 0, 0, 0);
    }

    static Polynomial rational(double[] d) {
        return of("rational_polynomial", d, d[5], d[6], d[7]);
    }

    private static Polynomial of(String name, double[] d, double k4, double k5, double k6) {
        Polynomial open =
                new Polynomial(
                        name, d[0], d[1], d[2], d[3], d[4], k4, k5, k6, Double.POSITIVE_INFINITY);
        return new Polynomial(name, d[0], d[1], d[2], d[3], d[4], k4, k5, k6, open.walkToTheFold());
    }

    /** Walked, because the derivative's first root has no closed form worth reading. */
    private double walkToTheFold() {
        double before = NEAREST * scale(NEAREST * NEAREST);
        double r = NEAREST;
        while (r < FARTHEST) {
            double next = r * GROWTH;
            double bent = next * scale(next * next);
            if (!(bent > before)) {
                return r;
            }
            before = bent;
            r = next;
        }
        return Double.POSITIVE_INFINITY;
    }

    private double scale(double r2) {
        return (1 + r2 * (k1 + r2 * (k2 + r2 * k3))) / (1 + r2 * (k4 + r2 * (k5 + r2 * k6)));
    }

    @Override
    public boolean bend(double xScene, double yScene, double zScene, double[] xy) {
        double x = xScene / zScene;
        double y = yScene / zScene;
        double r2 = x * x + y * y;
        if (!(zScene > 0) || !(r2 <= limit * limit)) {
            xy[0] = Double.NaN;
            xy[1] = Double.NaN;
            return false;
        }
        double s = scale(r2);
        xy[0] = x * s + 2 * p1 * x * y + p2 * (r2 + 2 * x * x);
        xy[1] = y * s + p1 * (r2 + 2 * y * y) + 2 * p2 * x * y;
        return true;
    }

    @Override
    public double limitRad() {
        return Math.atan(limit);
    }

    @Override
    public double[] coefficients() {
        return rosName.equals("plumb_bob")
                ? new double[] {k1, k2, p1, p2, k3}
                : new double[] {k1, k2, p1, p2, k3, k4, k5, k6};
    }
}
