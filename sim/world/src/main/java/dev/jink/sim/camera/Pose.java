package dev.jink.sim.camera;

import dev.jink.calibration.Mount;

/**
 * Where something is and how it is turned: position in the world (ENU, metres) and the unit
 * quaternion that turns body directions (FLU) into world directions. A camera at this pose looks
 * along body +x with body +z up in its picture.
 */
public record Pose(double x, double y, double z, double qx, double qy, double qz, double qw) {

    /**
     * Rz(yaw)·Ry(pitch)·Rx(roll): yaw is positive to the left, pitch positive nose down, roll
     * positive with the right side down (all right-handed about body z, y, x).
     */
    public static Pose of(
            double x, double y, double z, double yawRad, double pitchRad, double rollRad) {
        double cy = Math.cos(yawRad / 2);
        double sy = Math.sin(yawRad / 2);
        double cp = Math.cos(pitchRad / 2);
        double sp = Math.sin(pitchRad / 2);
        double cr = Math.cos(rollRad / 2);
        double sr = Math.sin(rollRad / 2);
        return new Pose(
                x,
                y,
                z,
                sr * cp * cy - cr * sp * sy,
                cr * sp * cy + sr * cp * sy,
                cr * cp * sy - sr * sp * cy,
                cr * cp * cy + sr * sp * sy);
    }

    /** Of a camera in the body. */
    public static Pose of(Mount mount) {
        return of(
                mount.xM(),
                mount.yM(),
                mount.zM(),
                mount.yawRad(),
                mount.pitchRad(),
                mount.rollRad());
    }

    /** Writes the 3x3 rotation body to world, row-major: its columns are forward, left and up. */
    public void rotation(double[] m) {
        m[0] = 1 - 2 * (qy * qy + qz * qz);
        m[1] = 2 * (qx * qy - qz * qw);
        m[2] = 2 * (qx * qz + qy * qw);
        m[3] = 2 * (qx * qy + qz * qw);
        m[4] = 1 - 2 * (qx * qx + qz * qz);
        m[5] = 2 * (qy * qz - qx * qw);
        m[6] = 2 * (qx * qz - qy * qw);
        m[7] = 2 * (qy * qz + qx * qw);
        m[8] = 1 - 2 * (qx * qx + qy * qy);
    }

    /** Turns a direction of the world into the body's frame, in place. */
    public void toBody(double[] v) {
        double[] m = new double[9];
        rotation(m);
        double x = v[0];
        double y = v[1];
        double z = v[2];
        for (int i = 0; i < 3; i++) {
            v[i] = m[i] * x + m[3 + i] * y + m[6 + i] * z;
        }
    }

    /** This pose followed by another given in this one's body frame: a camera on its mount. */
    public Pose then(Pose mount) {
        double[] m = new double[9];
        rotation(m);
        return new Pose(
                x + m[0] * mount.x + m[1] * mount.y + m[2] * mount.z,
                y + m[3] * mount.x + m[4] * mount.y + m[5] * mount.z,
                z + m[6] * mount.x + m[7] * mount.y + m[8] * mount.z,
                qw * mount.qx + qx * mount.qw + qy * mount.qz - qz * mount.qy,
                qw * mount.qy - qx * mount.qz + qy * mount.qw + qz * mount.qx,
                qw * mount.qz + qx * mount.qy - qy * mount.qx + qz * mount.qw,
                qw * mount.qw - qx * mount.qx - qy * mount.qy - qz * mount.qz);
    }

    public double yawRad() {
        return Math.atan2(2 * (qw * qz + qx * qy), 1 - 2 * (qy * qy + qz * qz));
    }

    /** Positive nose down. */
    public double pitchRad() {
        return Math.asin(Math.clamp(2 * (qw * qy - qz * qx), -1, 1));
    }

    public double rollRad() {
        return Math.atan2(2 * (qw * qx + qy * qz), 1 - 2 * (qx * qx + qy * qy));
    }
}
