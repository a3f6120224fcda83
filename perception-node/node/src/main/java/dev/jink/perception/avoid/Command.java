package dev.jink.perception.avoid;

/**
 * A velocity command in the level body frame (x forward, y left, z up; yaw taken out, roll and
 * pitch not applied). Mutable, preallocated and reused; plain fields, because it crosses the path
 * on one thread. Hand-over between threads is the caller's business.
 */
public final class Command {
    /** Forward, m/s. */
    public double vx;

    /** To the left, m/s. */
    public double vy;

    /** Up, m/s. */
    public double vz;

    /** About up, rad/s; positive turns left. */
    public double yawRate;

    /** Stamp of the frame this command answers, ns; 0 = none. The planner doesn't touch it. */
    public long frameStampNanos;

    /** Why it is what it is. */
    public Reason reason = Reason.BRAKE;

    /** Sets the motion, and the reason to {@link Reason#CLEAR}. */
    public void set(double vx, double vy, double vz, double yawRate) {
        set(vx, vy, vz, yawRate, Reason.CLEAR);
    }

    /** Sets the motion and the reason; the frame's stamp stays. */
    public void set(double vx, double vy, double vz, double yawRate, Reason reason) {
        this.vx = vx;
        this.vy = vy;
        this.vz = vz;
        this.yawRate = yawRate;
        this.reason = reason;
    }

    /** Copies all of another command. */
    public void set(Command other) {
        set(other.vx, other.vy, other.vz, other.yawRate, other.reason);
        frameStampNanos = other.frameStampNanos;
    }

    /** All zero: stand still. The controller brakes as hard as it can. */
    public void brake(Reason why) {
        set(0, 0, 0, 0, why);
    }

    /** Length of the velocity, m/s. */
    public double speed() {
        return Math.sqrt(vx * vx + vy * vy + vz * vz);
    }

    /** Whether all four numbers are finite. */
    public boolean isFinite() {
        return Double.isFinite(vx + vy + vz + yawRate);
    }

    @Override
    public String toString() {
        return String.format("%s %.2f %.2f %.2f m/s, %.2f rad/s", reason, vx, vy, vz, yawRate);
    }
}
