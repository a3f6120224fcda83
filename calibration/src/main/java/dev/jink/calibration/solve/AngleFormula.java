package dev.jink.calibration.solve;

/**
 * equidistant with derivatives; the formula stands in the room's {@code Equidistant}. With r = √(X²
 * + Y²), R² = r² + Z² and g = θd / r, so that x' = X g:
 *
 * <pre>
 *   dθ/dr = Z / R²     dθ/dZ = −r / R²     dr/dX = X / r
 *   dg/dX = (θd' Z / R² − g) X / r²        dg/dZ = −θd' / R²
 * </pre>
 */
record AngleFormula() implements LensFormula {
    private static final double ON_AXIS = 1e-9;

    @Override
    public boolean bend(double[] p, double x, double y, double z, Bent out) {
        double r2 = x * x + y * y;
        double r = Math.sqrt(r2);
        double length2 = r2 + z * z;
        if (!(length2 > 0) || z <= 0 && r < ON_AXIS * -z) {
            return false;
        }
        double theta = Math.atan2(r, z);
        double t2 = theta * theta;
        double k1 = p[Camera.DISTORTION];
        double k2 = p[Camera.DISTORTION + 1];
        double k3 = p[Camera.DISTORTION + 2];
        double k4 = p[Camera.DISTORTION + 3];
        double bent = theta * (1 + t2 * (k1 + t2 * (k2 + t2 * (k3 + t2 * k4))));
        double slope = 1 + t2 * (3 * k1 + t2 * (5 * k2 + t2 * (7 * k3 + t2 * 9 * k4)));
        boolean axis = r < ON_AXIS * z;
        // On the axis θd / r tends to 1 / Z.
        double g = axis ? 1 / z : bent / r;
        double turn = axis ? 0 : (slope * z / length2 - g) / r2;
        double away = -slope / length2;
        out.x = x * g;
        out.y = y * g;
        out.byRay[0] = g + x * x * turn;
        out.byRay[1] = x * y * turn;
        out.byRay[2] = x * away;
        out.byRay[3] = x * y * turn;
        out.byRay[4] = g + y * y * turn;
        out.byRay[5] = y * away;
        double power = axis ? 0 : theta / r;
        for (int k = 0; k < 4; k++) {
            power *= t2;
            out.byCoefficient[k] = x * power;
            out.byCoefficient[LensModel.MOST_COEFFICIENTS + k] = y * power;
        }
        return true;
    }
}
