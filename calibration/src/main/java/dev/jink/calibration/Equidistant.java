package dev.jink.calibration;

/**
 * The fisheye formula of OpenCV (namespace cv::fisheye) and ROS's {@code equidistant}, after
 * Kannala and Brandt (PAMI 2006). The angle comes from atan2, so that rays beside and behind the
 * lens (θ ≥ 90°) project too.
 *
 * <pre>
 *   θ = angle between ray and axis        θd = θ (1 + k1 θ² + k2 θ⁴ + k3 θ⁶ + k4 θ⁸)
 *   (x', y') = θd · (X, Y) / √(X² + Y²)
 * </pre>
 *
 * @param limitRad the largest θ up to which θd grows
 */
record Equidistant(double k1, double k2, double k3, double k4, double limitRad)
        implements Distortion {
    private static final double STEP_RAD = 0.001;

    static Equidistant of(double[] d) {
        Equidistant open = new Equidistant(d[0], d[1], d[2], d[3], Math.PI);
        return new Equidistant(d[0], d[1], d[2], d[3], open.walkToTheFold());
    }

    private double walkToTheFold() {
        double before = 0;
        for (double theta = STEP_RAD; theta < Math.PI; theta += STEP_RAD) {
            double now = bent(theta);
            if (!(now > before)) {
                return theta - STEP_RAD;
            }
            before = now;
        }
        // Exactly behind the lens every direction is the same ray: that point stays out.
        return Math.PI - STEP_RAD;
    }

    private double bent(double theta) {
        double t2 = theta * theta;
        return theta * (1 + t2 * (k1 + t2 * (k2 + t2 * (k3 + t2 * k4))));
    }

    @Override
    public boolean bend(double x, double y, double z, double[] xy) {
        double r = Math.hypot(x, y);
        double theta = Math.atan2(r, z);
        if (!(theta <= limitRad)) {
            xy[0] = Double.NaN;
            xy[1] = Double.NaN;
            return false;
        }
        // On the axis the ray has no direction sideways, and bends nowhere.
        double scale = r > 0 ? bent(theta) / r : 0;
        xy[0] = x * scale;
        xy[1] = y * scale;
        return true;
    }

    @Override
    public String rosName() {
        return "equidistant";
    }

    @Override
    public double[] coefficients() {
        return new double[] {k1, k2, k3, k4};
    }
}
