package dev.jink.sim.camera;

/**
 * A solid in the camera's frame (right, down, forward), and the planes through the pinhole that
 * touch it. Reused.
 *
 * <p>A box or ellipsoid is a centre c and three half axes h; a rod is two ends and a thickness. How
 * far a solid reaches along a normal n is |n·h| summed (box), or its root sum of squares
 * (ellipsoid), or thickness times |n| (rod).
 */
final class Silhouette {
    private static final int BOX = 0;
    private static final int EGG = 1;
    private static final int ROD = 2;

    private int kind;
    // Centre, or first end; then three half axes, or the second end. Each right, down, forward.
    private final double[] centre = new double[3];
    private final double[] half = new double[9];
    private double thick;
    private double least;
    private double most;

    /** axes: right, down, forward in world directions; p[r..] a row of {@link Geometry}. */
    void block(double[] axes, double[] p, int r, double x, double y, double z, boolean box) {
        kind = box ? BOX : EGG;
        double cos = p[r + 6];
        double sin = p[r + 7];
        for (int k = 0; k < 3; k++) {
            double ax = axes[3 * k];
            double ay = axes[3 * k + 1];
            double az = axes[3 * k + 2];
            centre[k] = ax * x + ay * y + az * z;
            half[k] = p[r + 3] * (ax * cos + ay * sin);
            half[3 + k] = p[r + 4] * (ay * cos - ax * sin);
            half[6 + k] = p[r + 5] * az;
        }
    }

    void rod(double[] axes, double[] p, int r, double x, double y, double z, double thickness) {
        kind = ROD;
        thick = thickness;
        for (int k = 0; k < 3; k++) {
            double ax = axes[3 * k];
            double ay = axes[3 * k + 1];
            double az = axes[3 * k + 2];
            centre[k] = ax * x + ay * y + az * z;
            half[k] = centre[k] + p[r + 6] * (ax * p[r + 3] + ay * p[r + 4] + az * p[r + 5]);
        }
    }

    double leastForward() {
        return kind == ROD ? Math.min(centre[2], half[2]) - thick : centre[2] - reach(0, 0, 1);
    }

    double mostForward() {
        return kind == ROD ? Math.max(centre[2], half[2]) + thick : centre[2] + reach(0, 0, 1);
    }

    private double reach(double right, double down, double forward) {
        double a = right * half[0] + down * half[1] + forward * half[2];
        double b = right * half[3] + down * half[4] + forward * half[5];
        double c = right * half[6] + down * half[7] + forward * half[8];
        return kind == BOX
                ? Math.abs(a) + Math.abs(b) + Math.abs(c)
                : Math.sqrt(a * a + b * b + c * c);
    }

    /** How many of the rising edges k have all of the solid beyond the plane axis = k forward. */
    int edgesBefore(float[] edges, int axis) {
        int count = 0;
        while (count < edges.length && side(axis, edges[count]) > 0) {
            count++;
        }
        return count;
    }

    /** The greatest index of an edge that does not have all of the solid before it; -1 = none. */
    int edgesBeyond(float[] edges, int axis) {
        int index = edges.length - 1;
        while (index >= 0 && side(axis, edges[index]) < 0) {
            index--;
        }
        return index;
    }

    /** Positive: all of the solid is beyond the plane; negative: all is before it; 0: it is cut. */
    private double side(int axis, double k) {
        double middle = centre[axis] - k * centre[2];
        double reach;
        double other = middle;
        if (kind == ROD) {
            other = half[axis] - k * half[2];
            reach = thick * Math.sqrt(1 + k * k);
        } else {
            reach = axis == 0 ? reach(1, 0, -k) : reach(0, 1, -k);
        }
        if (Math.min(middle, other) > reach) {
            return 1;
        }
        return Math.max(middle, other) < -reach ? -1 : 0;
    }

    /** Computes the bounds along right (0) or down (1) of a solid wholly in front of the camera. */
    void project(int axis) {
        least = Double.POSITIVE_INFINITY;
        most = Double.NEGATIVE_INFINITY;
        switch (kind) {
            case BOX -> {
                for (int corner = 0; corner < 8; corner++) {
                    double a = (corner & 1) == 0 ? 1 : -1;
                    double b = (corner & 2) == 0 ? 1 : -1;
                    double c = (corner & 4) == 0 ? 1 : -1;
                    double forward = centre[2] + a * half[2] + b * half[5] + c * half[8];
                    double at =
                            centre[axis] + a * half[axis] + b * half[3 + axis] + c * half[6 + axis];
                    widen(at / forward, at / forward);
                }
            }
            case EGG -> egg(axis);
            default -> {
                ball(centre[axis], centre[2]);
                ball(half[axis], half[2]);
            }
        }
    }

    /**
     * The plane axis = k forward touches where (k F - A)² = k² Σff - 2 k Σaf + Σaa, with f and a
     * the half axes' parts along forward and the axis: a quadratic in k whose roots are the bounds.
     */
    private void egg(int axis) {
        double aa = 0;
        double ff = 0;
        double af = 0;
        for (int h = 0; h < 9; h += 3) {
            aa += half[h + axis] * half[h + axis];
            ff += half[h + 2] * half[h + 2];
            af += half[h + axis] * half[h + 2];
        }
        double square = centre[2] * centre[2] - ff;
        double middle = centre[2] * centre[axis] - af;
        double root = middle * middle - square * (centre[axis] * centre[axis] - aa);
        double swing = Math.sqrt(Math.max(0, root));
        widen((middle - swing) / square, (middle + swing) / square);
    }

    /** As an egg that is round: tangents (A F ± r sqrt(A² + F² - r²)) / (F² - r²). */
    private void ball(double at, double forward) {
        double square = forward * forward - thick * thick;
        double swing = thick * Math.sqrt(at * at + square);
        widen((at * forward - swing) / square, (at * forward + swing) / square);
    }

    private void widen(double from, double to) {
        least = Math.min(least, from);
        most = Math.max(most, to);
    }

    double least() {
        return least;
    }

    double most() {
        return most;
    }
}
