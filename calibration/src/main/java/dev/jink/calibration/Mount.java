package dev.jink.calibration;

import org.ejml.data.DMatrix3x3;
import org.ejml.dense.fixed.CommonOps_DDF3;

/**
 * Where the camera sits in the body and which way it looks. All zero: at the body's origin, looking
 * forward, level. The order is ROS's (static_transform_publisher, URDF): roll about the body's x,
 * then pitch about its y, then yaw about its z, all right-handed, so that a camera looking
 * <b>down</b> has a positive pitch and one looking to the <b>left</b> a positive yaw.
 *
 * @param rollRad about body x (forward)
 * @param pitchRad about body y (left)
 * @param yawRad about body z (up)
 * @param xM camera position in the body, forward
 * @param yM left
 * @param zM up
 */
public record Mount(
        double rollRad, double pitchRad, double yawRad, double xM, double yM, double zM) {

    /** At the body's origin, looking forward, level. */
    public static final Mount FORWARD = new Mount(0, 0, 0, 0, 0, 0);

    /**
     * @throws CalibrationException in one line when one of the six is not a finite number
     */
    public Mount {
        finite("roll", rollRad);
        finite("pitch", pitchRad);
        finite("yaw", yawRad);
        finite("x", xM);
        finite("y", yM);
        finite("z", zM);
    }

    private static void finite(String field, double got) {
        if (!Double.isFinite(got)) {
            throw new CalibrationException(
                    "mount_"
                            + field
                            + " is "
                            + got
                            + ", wanted a finite number (radians, metres): correct the parameter");
        }
    }

    /**
     * The mount of a rotation.
     *
     * @param bodyFromCamera 3x3, row-major, as {@link #bodyFromCamera()}; read at roll 0 when the
     *     camera looks straight up or down
     */
    public static Mount of(double[] bodyFromCamera, double xM, double yM, double zM) {
        double[] m = bodyFromCamera;
        double pitch = -Math.asin(Math.clamp(m[6], -1, 1));
        boolean vertical = Math.abs(m[6]) > 1 - 1e-12;
        double roll = vertical ? 0 : Math.atan2(m[7], m[8]);
        double yaw = vertical ? Math.atan2(-m[1], m[4]) : Math.atan2(m[3], m[0]);
        return new Mount(roll, pitch, yaw, xM, yM, zM);
    }

    /**
     * The rotation Rz(yaw)·Ry(pitch)·Rx(roll) that turns a direction given along the camera's own
     * forward, left and up into the body's.
     */
    public DMatrix3x3 bodyFromCamera() {
        double cr = Math.cos(rollRad);
        double sr = Math.sin(rollRad);
        double cp = Math.cos(pitchRad);
        double sp = Math.sin(pitchRad);
        double cy = Math.cos(yawRad);
        double sy = Math.sin(yawRad);
        DMatrix3x3 roll = new DMatrix3x3(1, 0, 0, 0, cr, -sr, 0, sr, cr);
        DMatrix3x3 pitch = new DMatrix3x3(cp, 0, sp, 0, 1, 0, -sp, 0, cp);
        DMatrix3x3 yaw = new DMatrix3x3(cy, -sy, 0, sy, cy, 0, 0, 0, 1);
        DMatrix3x3 tilt = new DMatrix3x3();
        DMatrix3x3 all = new DMatrix3x3();
        CommonOps_DDF3.mult(pitch, roll, tilt);
        CommonOps_DDF3.mult(yaw, tilt, all);
        return all;
    }

    /**
     * The unit quaternion x y z w, w not negative, that turns a direction in the camera's optical
     * frame into the body's: the optical frame as tf has it, qz(yaw)·qy(pitch)·qx(roll)·qo, where qo
     * turns optical axes (right, down, forward) into forward, left, up.
     */
    public double[] opticalOrientation() {
        double[] yaw = {0, 0, Math.sin(yawRad / 2), Math.cos(yawRad / 2)};
        double[] pitch = {0, Math.sin(pitchRad / 2), 0, Math.cos(pitchRad / 2)};
        double[] roll = {Math.sin(rollRad / 2), 0, 0, Math.cos(rollRad / 2)};
        double[] optical = {-0.5, 0.5, -0.5, 0.5};
        double[] q = product(yaw, product(pitch, product(roll, optical)));
        double sign = q[3] < 0 ? -1 : 1;
        return new double[] {sign * q[0], sign * q[1], sign * q[2], sign * q[3]};
    }

    /** Hamilton's product of two quaternions x y z w. */
    private static double[] product(double[] a, double[] b) {
        return new double[] {
            a[3] * b[0] + a[0] * b[3] + a[1] * b[2] - a[2] * b[1],
            a[3] * b[1] - a[0] * b[2] + a[1] * b[3] + a[2] * b[0],
            a[3] * b[2] + a[0] * b[1] - a[1] * b[0] + a[2] * b[3],
            a[3] * b[3] - a[0] * b[0] - a[1] * b[1] - a[2] * b[2]
        };
    }

    /** The rotation that turns a body FLU direction into the camera's optical frame. */
    public DMatrix3x3 opticalFromBody() {
        // Optical x is right (−left), y is down (−up), z is forward.
        DMatrix3x3 opticalFromCamera = new DMatrix3x3(0, -1, 0, 0, 0, -1, 1, 0, 0);
        DMatrix3x3 all = new DMatrix3x3();
        CommonOps_DDF3.multTransB(opticalFromCamera, bodyFromCamera(), all);
        return all;
    }
}
