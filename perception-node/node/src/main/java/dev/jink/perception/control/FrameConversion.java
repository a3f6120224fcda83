package dev.jink.perception.control;

/**
 * The one class that turns vectors and attitudes from one frame of reference into another.
 *
 * <pre>
 *   body   FLU  x forward  y left   z up          FRD  x forward  y right  z down
 *   world  ENU  x east     y north  z up          NED  x north    y east   z down
 *   level body: FLU turned with the drone's yaw, but not with its roll and pitch
 * </pre>
 *
 * Vectors are {@code double[3]}, changed in place; quaternions are {@code double[4]} in the order
 * x, y, z, w and rotate from body to world. Angles in rad: roll about x forward, positive leans
 * right; pitch about y left, positive is nose down; yaw about z up, positive turns left.
 */
public final class FrameConversion {
    private static final double HALF_SQRT2 = Math.sqrt(0.5);

    private FrameConversion() {}

    /** FLU to FRD; its own inverse, so FRD to FLU too. v modified. */
    public static void fluFrd(double[] v) {
        v[1] = -v[1];
        v[2] = -v[2];
    }

    /** ENU to NED; its own inverse, so NED to ENU too. v modified. */
    public static void enuNed(double[] v) {
        double x = v[0];
        v[0] = v[1];
        v[1] = x;
        v[2] = -v[2];
    }

    /** Yaw from east, left turn positive (ENU), to yaw from north, right turn positive (NED). */
    public static double yawEnuToNed(double yawEnu) {
        double yaw = Math.PI / 2 - yawEnu;
        // Not by Math.IEEEremainder, whose class would be loaded in flight.
        return yaw - 2 * Math.PI * Math.rint(yaw / (2 * Math.PI));
    }

    /** A rate about up to the same rate about down, and back. */
    public static double yawRateFluFrd(double yawRate) {
        return -yawRate;
    }

    /**
     * The attitude of an FLU body in ENU to that of its FRD axes in NED; its own inverse, for
     * either half turn done twice is −1.
     *
     * <p>q' = q(NED←ENU) · q · q(FLU←FRD): the world turns half around the diagonal of x and y,
     * (√½, √½, 0, 0), the body half around x, (1, 0, 0, 0). q modified.
     */
    public static void attitudeEnuFluToNedFrd(double[] q) {
        multiplyLeft(HALF_SQRT2, HALF_SQRT2, 0, 0, q);
        multiplyRight(q, 1, 0, 0, 0);
    }

    /** A vector of the level body frame to ENU, by the drone's yaw in ENU. v modified. */
    public static void levelToEnu(double yawEnu, double[] v) {
        double c = Math.cos(yawEnu);
        double s = Math.sin(yawEnu);
        double x = v[0];
        v[0] = c * x - s * v[1];
        v[1] = s * x + c * v[1];
    }

    /** A vector of ENU to the level body frame, by the drone's yaw in ENU. v modified. */
    public static void enuToLevel(double yawEnu, double[] v) {
        levelToEnu(-yawEnu, v);
    }

    /** A vector of the level body frame (FLU) to NED, by the drone's yaw in ENU. v modified. */
    public static void levelToNed(double yawEnu, double[] v) {
        levelToEnu(yawEnu, v);
        enuNed(v);
    }

    /** A vector of NED to the level body frame (FLU), by the drone's yaw in ENU. v modified. */
    public static void nedToLevel(double yawEnu, double[] v) {
        enuNed(v);
        enuToLevel(yawEnu, v);
    }

    /**
     * A vector of the body to the world, by the body's attitude: FLU to ENU or FRD to NED, as the
     * attitude is. v modified, q not.
     *
     * <p>v' = v + 2 u × (u × v + w v), with u the vector part of the unit quaternion.
     */
    public static void bodyToWorld(double[] q, double[] v) {
        rotate(q[0], q[1], q[2], q[3], v);
    }

    /** A vector of the world to the body, inverse of {@link #bodyToWorld}. v modified, q not. */
    public static void worldToBody(double[] q, double[] v) {
        rotate(-q[0], -q[1], -q[2], q[3], v);
    }

    /** A vector of the body frame FLU to the level body frame: v = Ry(pitch) · Rx(roll) · v. */
    public static void bodyToLevel(double roll, double pitch, double[] v) {
        double cr = Math.cos(roll);
        double sr = Math.sin(roll);
        double y = cr * v[1] - sr * v[2];
        double z = sr * v[1] + cr * v[2];
        double cp = Math.cos(pitch);
        double sp = Math.sin(pitch);
        double x = v[0];
        v[0] = cp * x + sp * z;
        v[1] = y;
        v[2] = cp * z - sp * x;
    }

    /** A vector of the level body frame to the body frame FLU, inverse of {@link #bodyToLevel}. */
    public static void levelToBody(double roll, double pitch, double[] v) {
        double cr = Math.cos(roll);
        double sr = Math.sin(roll);
        double cp = Math.cos(pitch);
        double sp = Math.sin(pitch);
        double x = cp * v[0] - sp * v[2];
        double z = sp * v[0] + cp * v[2];
        double y = v[1];
        v[0] = x;
        v[1] = cr * y + sr * z;
        v[2] = cr * z - sr * y;
    }

    /** Roll of the body, -π to π. */
    public static double roll(double x, double y, double z, double w) {
        return Math.atan2(2 * (w * x + y * z), 1 - 2 * (x * x + y * y));
    }

    /** Pitch of the body, -π/2 to π/2. */
    public static double pitch(double x, double y, double z, double w) {
        return Math.asin(Math.clamp(2 * (w * y - z * x), -1, 1));
    }

    /** Yaw of the body, -π to π. */
    public static double yaw(double x, double y, double z, double w) {
        return Math.atan2(2 * (w * z + x * y), 1 - 2 * (y * y + z * z));
    }

    private static void rotate(double x, double y, double z, double w, double[] v) {
        double ax = y * v[2] - z * v[1] + w * v[0];
        double ay = z * v[0] - x * v[2] + w * v[1];
        double az = x * v[1] - y * v[0] + w * v[2];
        v[0] += 2 * (y * az - z * ay);
        v[1] += 2 * (z * ax - x * az);
        v[2] += 2 * (x * ay - y * ax);
    }

    private static void multiplyLeft(double ax, double ay, double az, double aw, double[] q) {
        product(ax, ay, az, aw, q[0], q[1], q[2], q[3], q);
    }

    private static void multiplyRight(double[] q, double bx, double by, double bz, double bw) {
        product(q[0], q[1], q[2], q[3], bx, by, bz, bw, q);
    }

    private static void product(
            double ax,
            double ay,
            double az,
            double aw,
            double bx,
            double by,
            double bz,
            double bw,
            double[] out) {
        out[0] = aw * bx + ax * bw + ay * bz - az * by;
        out[1] = aw * by - ax * bz + ay * bw + az * bx;
        out[2] = aw * bz + ax * by - ay * bx + az * bw;
        out[3] = aw * bw - ax * bx - ay * by - az * bz;
    }
}
