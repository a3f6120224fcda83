package dev.jink.calibration.flight;

/**
 * How far a thing's second ray lies from where the camera's motion lets it lie. With the motion
 * known, a thing seen along the unit ray a is later seen along a − ρ t, derotated, where ρ is the
 * inverse of its range; all of these lie on the great circle through a and −t, from a (far away) to
 * a − ρmax t (as near as things get). Two angles remain: across the circle, the epipolar error, and
 * along it as far as the ray lies beyond that arc. When the camera only turns, the arc is a point and
 * both angles count in full.
 */
final class PairResidual {
    /** Nothing nearer than 0.3 m is followed from picture to picture. */
    private static final double MOST_INVERSE_RANGE = 1 / 0.3;

    private static final double STANDS_M = 1e-9;

    private PairResidual() {}

    /**
     * @param a unit ray of the first picture, [3] from the offset on
     * @param b unit ray of the second, turned into the first camera's frame, [3]
     * @param t the camera's motion in the first camera's frame, [3] in m
     * @param out [2] rad: across, along
     */
    static void of(double[] a, int offset, double[] b, double[] t, double[] out) {
        double ax = a[offset];
        double ay = a[offset + 1];
        double az = a[offset + 2];
        // Across: a × t, made a unit; any direction square to a when the camera stands.
        double nx = ay * t[2] - az * t[1];
        double ny = az * t[0] - ax * t[2];
        double nz = ax * t[1] - ay * t[0];
        double n = Math.sqrt(nx * nx + ny * ny + nz * nz);
        boolean stands = n < STANDS_M;
        if (stands) {
            boolean alongX = Math.abs(ax) > 0.9;
            nx = alongX ? -az : 0;
            ny = alongX ? 0 : az;
            nz = alongX ? ax : -ay;
            n = Math.sqrt(nx * nx + ny * ny + nz * nz);
        }
        nx /= n;
        ny /= n;
        nz /= n;
        // Along: n × a points from a towards... t; things move the other way, towards −t.
        double ex = ny * az - nz * ay;
        double ey = nz * ax - nx * az;
        double ez = nx * ay - ny * ax;
        double sideways = b[0] * nx + b[1] * ny + b[2] * nz;
        double onward = -(b[0] * ex + b[1] * ey + b[2] * ez);
        double ahead = b[0] * ax + b[1] * ay + b[2] * az;
        double angle = Math.atan2(onward, ahead);
        double most = 0;
        if (!stands) {
            double te = t[0] * ex + t[1] * ey + t[2] * ez;
            double ta = t[0] * ax + t[1] * ay + t[2] * az;
            most = Math.atan2(MOST_INVERSE_RANGE * te, 1 - MOST_INVERSE_RANGE * ta);
        }
        out[0] = Math.asin(Math.clamp(sideways, -1, 1));
        out[1] = angle < 0 ? angle : Math.max(0, angle - most);
    }
}
