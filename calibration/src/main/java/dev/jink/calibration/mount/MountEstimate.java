package dev.jink.calibration.mount;

import dev.jink.calibration.Mount;
import dev.jink.calibration.solve.Rotations;

import org.ejml.data.DMatrixRMaj;

import java.util.Arrays;

/**
 * A mount and how far it may be trusted.
 *
 * @param mount the camera in the body
 * @param half95 half widths of the 95 % intervals: roll, pitch, yaw in rad, x, y, z in m; infinite
 *     where the number was taken over and not measured
 */
public record MountEstimate(Mount mount, double[] half95) {
    private static final double NORMAL_95 = 1.96;
    private static final double STEP_RAD = 1e-5;

    /** Optical from camera-forward axes: right is −left, down is −up. */
    private static final double[] OPTICAL_FROM_CAMERA = {0, -1, 0, 0, 0, -1, 1, 0, 0};

    /** The mount of a rotation body from optical. */
    static Mount mount(double[] bodyFromOptical, double x, double y, double z) {
        return Mount.of(Rotations.times(bodyFromOptical, OPTICAL_FROM_CAMERA), x, y, z);
    }

    /** The rotation body from optical of a mount, 3x3 row-major. */
    public static double[] bodyFromOptical(Mount mount) {
        double[] m = new double[9];
        var optical = mount.opticalFromBody();
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                m[3 * j + i] = optical.get(i, j);
            }
        }
        return m;
    }

    /**
     * A mount whose turn was measured and whose offset was not.
     *
     * @param covariance of w in R' = R exp(w), at least 3x3
     * @param taken where the offset is from
     */
    public static MountEstimate measured(
            double[] bodyFromOptical, DMatrixRMaj covariance, Mount taken) {
        double[] half95 = Arrays.copyOf(angleHalves(bodyFromOptical, covariance), 6);
        Arrays.fill(half95, 3, 6, Double.POSITIVE_INFINITY);
        return new MountEstimate(
                mount(bodyFromOptical, taken.xM(), taken.yM(), taken.zM()), half95);
    }

    /** Angle between the looks of two mounts, rolls included. */
    public static double angleRad(Mount a, Mount b) {
        double[] between =
                Rotations.times(Rotations.transposed(bodyFromOptical(a)), bodyFromOptical(b));
        double[] v = Rotations.toVector(between);
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }

    /**
     * Half widths for roll, pitch and yaw of a covariance in the optical frame: R' = R exp(w).
     *
     * @param covariance of w, at least 3x3
     */
    static double[] angleHalves(double[] bodyFromOptical, DMatrixRMaj covariance) {
        Mount at = mount(bodyFromOptical, 0, 0, 0);
        double[][] slope = new double[3][3];
        for (int k = 0; k < 3; k++) {
            double[] w = new double[3];
            w[k] = STEP_RAD;
            Mount moved =
                    mount(
                            Rotations.times(bodyFromOptical, Rotations.ofVector(w[0], w[1], w[2])),
                            0,
                            0,
                            0);
            slope[0][k] = (moved.rollRad() - at.rollRad()) / STEP_RAD;
            slope[1][k] = (moved.pitchRad() - at.pitchRad()) / STEP_RAD;
            slope[2][k] = (moved.yawRad() - at.yawRad()) / STEP_RAD;
        }
        double[] half = new double[3];
        for (int i = 0; i < 3; i++) {
            double variance = 0;
            for (int k = 0; k < 3; k++) {
                for (int l = 0; l < 3; l++) {
                    variance += slope[i][k] * covariance.get(k, l) * slope[i][l];
                }
            }
            half[i] = NORMAL_95 * Math.sqrt(Math.max(0, variance));
        }
        return half;
    }
}
