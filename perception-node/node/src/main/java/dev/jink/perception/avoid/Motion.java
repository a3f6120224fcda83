package dev.jink.perception.avoid;

/**
 * The drone's own motion, from its odometry. Mutable, preallocated and reused.
 *
 * <p>Velocity is in the level body frame, as {@link Command}'s; position and yaw are in the
 * odometry frame (z up), whose origin doesn't matter to the planner, but whose z is height above
 * the place of take-off for {@link PlannerSettings#minHeightM}.
 */
public final class Motion {
    /** Forward, m/s. */
    public double vx;

    /** To the left, m/s. */
    public double vy;

    /** Up, m/s. */
    public double vz;

    /** About up, rad/s; positive turns left. */
    public double yawRate;

    /** Roll, rad; positive leans right. */
    public double roll;

    /** Pitch, rad; positive is nose down (about the left axis). */
    public double pitch;

    /** Position in the odometry frame, m. */
    public double x;

    /** Position in the odometry frame, m. */
    public double y;

    /** Position in the odometry frame, m, up. */
    public double z;

    /** Heading in the odometry frame, rad, left turn positive. */
    public double yaw;

    /** When this was measured, ns. */
    public long stampNanos;

    /**
     * Whether odometry is there. False: the planner takes its own last command for the velocity,
     * and remembers nothing of what leaves the picture.
     */
    public boolean known;

    /** Copies all of another motion. */
    public void set(Motion other) {
        vx = other.vx;
        vy = other.vy;
        vz = other.vz;
        yawRate = other.yawRate;
        roll = other.roll;
        pitch = other.pitch;
        x = other.x;
        y = other.y;
        z = other.z;
        yaw = other.yaw;
        stampNanos = other.stampNanos;
        known = other.known;
    }

    /** Forgets everything: as if no odometry had ever come. */
    public void clear() {
        vx = vy = vz = yawRate = roll = pitch = x = y = z = yaw = 0;
        stampNanos = 0;
        known = false;
    }

    /** Length of the velocity, m/s. */
    public double speed() {
        return Math.sqrt(vx * vx + vy * vy + vz * vz);
    }

    /** Whether every number is finite. */
    public boolean isFinite() {
        return Double.isFinite(vx + vy + vz + yawRate + roll + pitch + x + y + z + yaw);
    }
}
