package dev.jink.calibration;

/**
 * Finds the ray that a lens bends to a given point, by Newton's method in two angles. Angles, not
 * the plane z = 1, because a fisheye sees rays beside and behind itself.
 *
 * <p>The ray is written as a = θ·(cos φ, sin φ): its angle θ from the axis times its direction
 * around it. That is smooth at the axis and covers the whole sphere but the point behind.
 */
final class RaySearch {
    private static final int MOST_STEPS = 60;
    private static final double CLOSE_ENOUGH = 1e-12;
    private static final double DIFFERENCE_RAD = 1e-7;
    private static final double SHORTEST_STEP = 1.0 / 1024;

    private final Distortion lens;
    private final double[] ray = new double[3];
    private final double[] bent = new double[2];

    private RaySearch(Distortion lens) {
        this.lens = lens;
    }

    static boolean find(Distortion lens, double x, double y, double[] xyz) {
        return new RaySearch(lens).search(x, y, xyz);
    }

    private boolean search(double x, double y, double[] xyz) {
        // Without distortion the answer is atan r for a pinhole and r for a fisheye.
        double r = Math.hypot(x, y);
        double start = Math.min(Math.atan(r), 0.9 * lens.limitRad());
        double ax = r > 0 ? x / r * start : 0;
        double ay = r > 0 ? y / r * start : 0;
        double miss = miss(ax, ay, x, y);
        for (int step = 0; step < MOST_STEPS && miss > CLOSE_ENOUGH; step++) {
            bend(ax, ay);
            double ex = bent[0] - x;
            double ey = bent[1] - y;
            bend(ax + DIFFERENCE_RAD, ay);
            double xx = (bent[0] - x - ex) / DIFFERENCE_RAD;
            double yx = (bent[1] - y - ey) / DIFFERENCE_RAD;
            bend(ax, ay + DIFFERENCE_RAD);
            double xy = (bent[0] - x - ex) / DIFFERENCE_RAD;
            double yy = (bent[1] - y - ey) / DIFFERENCE_RAD;
            double determinant = xx * yy - xy * yx;
            double dx = (yy * ex - xy * ey) / determinant;
            double dy = (xx * ey - yx * ex) / determinant;
            // A full step may leave what the lens can see: halve it until the miss shrinks.
            double part = 1;
            double next = miss(ax - dx, ay - dy, x, y);
            while (!(next < miss) && part > SHORTEST_STEP) {
                part /= 2;
                next = miss(ax - part * dx, ay - part * dy, x, y);
            }
            if (!(next < miss)) {
                break;
            }
            ax -= part * dx;
            ay -= part * dy;
            miss = next;
        }
        // Rounding stops the search near 1e-12 for most lenses; 1e-7 is far below a pixel.
        boolean found = miss < 1e-7;
        toRay(ax, ay);
        for (int i = 0; i < 3; i++) {
            xyz[i] = found ? ray[i] : Double.NaN;
        }
        return found;
    }

    private double miss(double ax, double ay, double x, double y) {
        return bend(ax, ay) ? Math.hypot(bent[0] - x, bent[1] - y) : Double.NaN;
    }

    private boolean bend(double ax, double ay) {
        toRay(ax, ay);
        return lens.bend(ray[0], ray[1], ray[2], bent);
    }

    private void toRay(double ax, double ay) {
        double theta = Math.hypot(ax, ay);
        double around = theta > 0 ? Math.sin(theta) / theta : 1;
        ray[0] = ax * around;
        ray[1] = ay * around;
        ray[2] = Math.cos(theta);
    }
}
