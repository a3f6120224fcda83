package dev.jink.perception.avoid;

/**
 * Keeps commands inside what the drone can follow: limited change of velocity and of yaw rate, a
 * limited onset of that change (jerk), and no more than a short lead over the drone's true
 * velocity, so that a command that couldn't be followed doesn't wind up.
 *
 * <p>Braking sets in at once, whatever the jerk: a stop must not wait. Nor is the end of an
 * acceleration drawn out: that would shoot past the target.
 */
final class Smoother {
    private static final double YAW_ACCEL = 8; // rad/s²

    /** From level flight to 22° of lean takes 70 ms. */
    static final double MOST_JERK = 60; // m/s³

    private static final double LEAD_SECONDS = 0.4;
    private static final double LONGEST_STEP_SECONDS = 0.2;
    private static final double FIRST_STEP_SECONDS = 0.05;

    private final PlannerSettings settings;
    private double vx;
    private double vy;
    private double vz;
    private double yawRate;
    private double yaw;
    private long atNanos;
    private boolean started;

    // Acceleration of the last step, level body frame.
    private double ax;
    private double ay;
    private double az;

    Smoother(PlannerSettings settings) {
        this.settings = settings;
    }

    void reset() {
        vx = vy = vz = yawRate = yaw = 0;
        ax = ay = az = 0;
        started = false;
    }

    double vx() {
        return vx;
    }

    double vy() {
        return vy;
    }

    double vz() {
        return vz;
    }

    /** The next command will start from this one, exactly. */
    void follow(Command given, Motion own, long nowNanos) {
        vx = given.vx;
        vy = given.vy;
        vz = given.vz;
        yawRate = given.yawRate;
        yaw = own.yaw;
        atNanos = nowNanos;
        started = true;
    }

    /** Brings the last command, kept since {@link #follow}, to the present heading and motion. */
    double begin(Motion own, long nowNanos) {
        double dt = FIRST_STEP_SECONDS;
        if (started) {
            dt = Math.clamp((nowNanos - atNanos) * 1e-9, 0, LONGEST_STEP_SECONDS);
        }
        if (!own.known) {
            return dt;
        }
        double turned = started ? own.yaw - yaw : 0;
        double c = Math.cos(turned);
        double s = Math.sin(turned);
        double x = c * vx + s * vy;
        double y = c * vy - s * vx;
        double lead = settings.maxAccel() * LEAD_SECONDS;
        double dx = x - own.vx;
        double dy = y - own.vy;
        double dz = vz - own.vz;
        double length = Math.sqrt(dx * dx + dy * dy + dz * dz);
        double share = !started ? 0 : length > lead ? lead / length : 1;
        vx = own.vx + share * dx;
        vy = own.vy + share * dy;
        vz = own.vz + share * dz;
        return dt;
    }

    /** A step from the last command towards the target; {@code out} gets it. */
    void step(double tx, double ty, double tz, double targetYawRate, double dt, Command out) {
        double dx = tx - vx;
        double dy = ty - vy;
        double dz = tz - vz;
        double length = Math.sqrt(dx * dx + dy * dy + dz * dz);
        boolean slower = tx * tx + ty * ty + tz * tz < vx * vx + vy * vy + vz * vz;
        double most = (slower ? settings.maxDecel() : settings.maxAccel()) * dt;
        double share = length > most ? most / length : 1;
        double cx = share * dx;
        double cy = share * dy;
        double cz = share * dz;
        if (!slower && dt > 0) {
            double within = onset(cx / dt, cy / dt, cz / dt, dt);
            cx *= within;
            cy *= within;
            cz *= within;
        }
        if (dt > 0) {
            ax = cx / dt;
            ay = cy / dt;
            az = cz / dt;
        }
        double turn = Math.clamp(targetYawRate - yawRate, -YAW_ACCEL * dt, YAW_ACCEL * dt);
        out.vx = vx + cx;
        out.vy = vy + cy;
        out.vz = vz + cz;
        out.yawRate = yawRate + turn;
    }

    /** The share of this acceleration that the jerk allows after the last step's. */
    private double onset(double x, double y, double z, double dt) {
        double wanted = Math.sqrt(x * x + y * y + z * z);
        // What of the last acceleration points the same way: turning it about counts as new.
        double along = wanted > 0 ? Math.max(0, (ax * x + ay * y + az * z) / wanted) : 0;
        double most = along + MOST_JERK * dt;
        return wanted > most ? most / wanted : 1;
    }
}
