package dev.jink.calibration.solve;

/** Rotation matrices as double[9], row-major. Pure functions. */
public final class Rotations {
    private Rotations() {}

    /** exp of the rotation vector, by Rodrigues: I + a [w]× + b [w]×². */
    public static double[] ofVector(double x, double y, double z) {
        double angle2 = x * x + y * y + z * z;
        double angle = Math.sqrt(angle2);
        // The series' ends keep the quotients exact near zero.
        double a = angle < 1e-5 ? 1 - angle2 / 6 : Math.sin(angle) / angle;
        double b = angle < 1e-5 ? 0.5 - angle2 / 24 : (1 - Math.cos(angle)) / angle2;
        return new double[] {
            1 - b * (y * y + z * z),
            b * x * y - a * z,
            b * x * z + a * y,
            b * x * y + a * z,
            1 - b * (x * x + z * z),
            b * y * z - a * x,
            b * x * z - a * y,
            b * y * z + a * x,
            1 - b * (x * x + y * y)
        };
    }

    /** The rotation vector of a matrix, [3]; the inverse of {@link #ofVector}, angle below π. */
    public static double[] toVector(double[] m) {
        double x = (m[7] - m[5]) / 2;
        double y = (m[2] - m[6]) / 2;
        double z = (m[3] - m[1]) / 2;
        double sine = Math.sqrt(x * x + y * y + z * z);
        double angle = Math.atan2(sine, (m[0] + m[4] + m[8] - 1) / 2);
        double scale = sine < 1e-12 ? 1 : angle / sine;
        return new double[] {x * scale, y * scale, z * scale};
    }

    public static double[] times(double[] a, double[] b) {
        double[] c = new double[9];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                c[3 * i + j] = a[3 * i] * b[j] + a[3 * i + 1] * b[3 + j] + a[3 * i + 2] * b[6 + j];
            }
        }
        return c;
    }

    public static double[] transposed(double[] m) {
        return new double[] {m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8]};
    }

    /** m v, [3]. */
    public static double[] turn(double[] m, double[] v) {
        return new double[] {
            m[0] * v[0] + m[1] * v[1] + m[2] * v[2],
            m[3] * v[0] + m[4] * v[1] + m[5] * v[2],
            m[6] * v[0] + m[7] * v[1] + m[8] * v[2]
        };
    }
}
