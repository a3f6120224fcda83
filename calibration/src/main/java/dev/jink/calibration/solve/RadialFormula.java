package dev.jink.calibration.solve;

/**
 * plumb_bob and rational_polynomial with derivatives; the formula stands in the room's {@code
 * Polynomial}. With s = N / D over q = r²,
 *
 * <pre>
 *   ds/dq = (N' − s D') / D      dq = 2x dx + 2y dy      x = X/Z, y = Y/Z
 * </pre>
 *
 * Where D comes near 0 the formula has a pole. No lens has; but an adjustment would lay one beside a
 * root of N, just beyond the outermost point, and so fit noise.
 */
record RadialFormula(int coefficients) implements LensFormula {
    private static final double LEAST_DENOMINATOR = 0.05;

    @Override
    public boolean bend(double[] p, double rayX, double rayY, double rayZ, Bent out) {
        if (!(rayZ > 0)) {
            return false;
        }
        boolean rational = coefficients == LensModel.MOST_COEFFICIENTS;
        double k1 = p[Camera.DISTORTION];
        double k2 = p[Camera.DISTORTION + 1];
        double p1 = p[Camera.DISTORTION + 2];
        double p2 = p[Camera.DISTORTION + 3];
        double k3 = p[Camera.DISTORTION + 4];
        double k4 = rational ? p[Camera.DISTORTION + 5] : 0;
        double k5 = rational ? p[Camera.DISTORTION + 6] : 0;
        double k6 = rational ? p[Camera.DISTORTION + 7] : 0;
        double x = rayX / rayZ;
        double y = rayY / rayZ;
        double q = x * x + y * y;
        double numerator = 1 + q * (k1 + q * (k2 + q * k3));
        double denominator = 1 + q * (k4 + q * (k5 + q * k6));
        if (!(denominator > LEAST_DENOMINATOR)) {
            return false;
        }
        double s = numerator / denominator;
        double slope =
                (k1 + q * (2 * k2 + q * 3 * k3) - s * (k4 + q * (2 * k5 + q * 3 * k6)))
                        / denominator;
        out.x = x * s + 2 * p1 * x * y + p2 * (q + 2 * x * x);
        out.y = y * s + p1 * (q + 2 * y * y) + 2 * p2 * x * y;
        double xx = s + 2 * x * x * slope + 2 * p1 * y + 6 * p2 * x;
        double xy = 2 * x * y * slope + 2 * p1 * x + 2 * p2 * y;
        double yy = s + 2 * y * y * slope + 6 * p1 * y + 2 * p2 * x;
        // dx/dX = 1/Z, dx/dZ = −x/Z.
        out.byRay[0] = xx / rayZ;
        out.byRay[1] = xy / rayZ;
        out.byRay[2] = -(xx * x + xy * y) / rayZ;
        out.byRay[3] = xy / rayZ;
        out.byRay[4] = yy / rayZ;
        out.byRay[5] = -(xy * x + yy * y) / rayZ;
        byCoefficient(out.byCoefficient, 0, x, q, s, denominator, rational);
        byCoefficient(
                out.byCoefficient, LensModel.MOST_COEFFICIENTS, y, q, s, denominator, rational);
        out.byCoefficient[2] = 2 * x * y;
        out.byCoefficient[3] = q + 2 * x * x;
        out.byCoefficient[LensModel.MOST_COEFFICIENTS + 2] = q + 2 * y * y;
        out.byCoefficient[LensModel.MOST_COEFFICIENTS + 3] = 2 * x * y;
        return true;
    }

    /** The radial ones, for one axis. */
    private static void byCoefficient(
            double[] to, int at, double x, double q, double s, double denominator, boolean both) {
        double above = x / denominator;
        to[at] = above * q;
        to[at + 1] = above * q * q;
        to[at + 4] = above * q * q * q;
        if (both) {
            double below = -above * s;
            to[at + 5] = below * q;
            to[at + 6] = below * q * q;
            to[at + 7] = below * q * q * q;
        }
    }
}
