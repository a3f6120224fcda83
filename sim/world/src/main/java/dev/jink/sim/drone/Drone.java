package dev.jink.sim.drone;

import dev.jink.perception.avoid.Motion;
import dev.jink.sim.camera.Pose;

/**
 * A quadrotor under a velocity controller, in fixed steps. World frame ENU, metres, seconds;
 * commands in the level body frame (FLU with the yaw only). Deterministic: same commands at the
 * same steps, same flight. Not thread-safe.
 *
 * <p>The controller wants the acceleration gain·(command − velocity); tilt, climb and jerk bound
 * what it gets. Thrust must carry weight, acceleration and drag, so body up is along (a + drag·v +
 * g ẑ): that is the tilt the camera shares. Moving air adds drag·air, which the controller doesn't
 * know of.
 */
public final class Drone {
    /** Length of one step, seconds. */
    public static final double STEP_SECONDS = 1.0 / 240;

    private static final double GRAVITY = 9.81;

    private final DroneSettings settings;
    private final double maxLevelAccel;
    private double x;
    private double y;
    private double z;
    private double yawRad;
    private double vx;
    private double vy;
    private double vz;
    private double ax;
    private double ay;
    private double az;
    private double yawRate;
    private double pitchRate;
    private double rollRate;
    private double airX;
    private double airY;
    private double wantedForward;
    private double wantedLeft;
    private double wantedUp;
    private double wantedYawRate;
    private long steps;

    /** A drone that hovers at a place. */
    public Drone(DroneSettings settings, double x, double y, double z, double yawRad) {
        this.settings = settings;
        maxLevelAccel = GRAVITY * Math.tan(settings.maxTiltRad());
        this.x = x;
        this.y = y;
        this.z = z;
        this.yawRad = yawRad;
    }

    /**
     * The velocity to fly from the next step on, level body frame, m/s and rad/s. A command with a
     * number that isn't finite is taken as "stand still".
     */
    public void command(double forward, double left, double up, double yawRate) {
        boolean fine = Double.isFinite(forward + left + up + yawRate);
        double speed = Math.sqrt(forward * forward + left * left + up * up);
        double share = fine ? Math.min(1, settings.maxSpeed() / Math.max(1e-9, speed)) : 0;
        wantedForward = fine ? forward * share : 0;
        wantedLeft = fine ? left * share : 0;
        wantedUp = fine ? up * share : 0;
        wantedYawRate =
                fine ? Math.clamp(yawRate, -settings.maxYawRate(), settings.maxYawRate()) : 0;
    }

    /** How the air moves from the next step on, world frame, m/s: it drags the drone along. */
    public void air(double airX, double airY) {
        this.airX = airX;
        this.airY = airY;
    }

    /** A drone in the same state, which then flies on by itself. */
    public Drone copy() {
        Drone twin = new Drone(settings, x, y, z, yawRad);
        twin.vx = vx;
        twin.vy = vy;
        twin.vz = vz;
        twin.ax = ax;
        twin.ay = ay;
        twin.az = az;
        twin.yawRate = yawRate;
        twin.pitchRate = pitchRate;
        twin.rollRate = rollRate;
        twin.airX = airX;
        twin.airY = airY;
        twin.wantedForward = wantedForward;
        twin.wantedLeft = wantedLeft;
        twin.wantedUp = wantedUp;
        twin.wantedYawRate = wantedYawRate;
        twin.steps = steps;
        return twin;
    }

    /** One step of {@link #STEP_SECONDS}. */
    public void step() {
        double pitch = pitch();
        double roll = roll();
        double cos = Math.cos(yawRad);
        double sin = Math.sin(yawRad);
        double gain = settings.velocityGain();
        double wantX = gain * (cos * wantedForward - sin * wantedLeft - vx);
        double wantY = gain * (sin * wantedForward + cos * wantedLeft - vy);
        double wantZ = gain * (wantedUp - vz);
        double level = Math.hypot(wantX, wantY);
        double share = level > maxLevelAccel ? maxLevelAccel / level : 1;
        accelerate(
                wantX * share,
                wantY * share,
                Math.clamp(wantZ, -settings.maxClimbAccel(), settings.maxClimbAccel()));
        vx += (ax + settings.drag() * airX) * STEP_SECONDS;
        vy += (ay + settings.drag() * airY) * STEP_SECONDS;
        vz += az * STEP_SECONDS;
        x += vx * STEP_SECONDS;
        y += vy * STEP_SECONDS;
        z += vz * STEP_SECONDS;
        double swing = settings.maxYawAccel() * STEP_SECONDS;
        yawRate += Math.clamp(wantedYawRate - yawRate, -swing, swing);
        yawRad = Math.IEEEremainder(yawRad + yawRate * STEP_SECONDS, 2 * Math.PI);
        pitchRate = (pitch() - pitch) / STEP_SECONDS;
        rollRate = (roll() - roll) / STEP_SECONDS;
        steps++;
    }

    private void accelerate(double wantX, double wantY, double wantZ) {
        double dx = wantX - ax;
        double dy = wantY - ay;
        double dz = wantZ - az;
        double change = Math.sqrt(dx * dx + dy * dy + dz * dz);
        double most = settings.maxJerk() * STEP_SECONDS;
        double share = change > most ? most / change : 1;
        ax += dx * share;
        ay += dy * share;
        az += dz * share;
    }

    /** Position and attitude: yaw, then the tilt that the thrust needs. */
    public Pose pose() {
        return Pose.of(x, y, z, yawRad, pitch(), roll());
    }

    // The thrust is along Rz·Ry(pitch)·Rx(roll) ẑ = (sin p cos r, -sin r, cos p cos r) in the level
    // body frame.

    private double pitch() {
        return Math.atan2(forwardThrust(), az + GRAVITY);
    }

    private double roll() {
        double left = Math.cos(yawRad) * thrustY() - Math.sin(yawRad) * thrustX();
        return Math.atan2(-left, Math.hypot(forwardThrust(), az + GRAVITY));
    }

    private double forwardThrust() {
        return Math.cos(yawRad) * thrustX() + Math.sin(yawRad) * thrustY();
    }

    private double thrustX() {
        return ax + settings.drag() * vx;
    }

    private double thrustY() {
        return ay + settings.drag() * vy;
    }

    /**
     * How the body turns, in its own tilted frame FLU, as nav_msgs/Odometry wants it: the rates of yaw,
     * pitch and roll, each about the axis that it turns about.
     *
     * @param out [3] rad/s
     */
    public void turnRate(double[] out) {
        double pitch = pitch();
        double roll = roll();
        double level = Math.cos(pitch) * yawRate;
        out[0] = rollRate - Math.sin(pitch) * yawRate;
        out[1] = Math.cos(roll) * pitchRate + Math.sin(roll) * level;
        out[2] = Math.cos(roll) * level - Math.sin(roll) * pitchRate;
    }

    /** Writes the odometry a flight controller would report; the stamp is the caller's. */
    public void motion(Motion out) {
        double cos = Math.cos(yawRad);
        double sin = Math.sin(yawRad);
        out.x = x;
        out.y = y;
        out.z = z;
        out.yaw = yawRad;
        out.vx = cos * vx + sin * vy;
        out.vy = cos * vy - sin * vx;
        out.vz = vz;
        out.yawRate = yawRate;
        out.roll = roll();
        out.pitch = pitch();
        out.known = true;
    }

    public DroneSettings settings() {
        return settings;
    }

    public double x() {
        return x;
    }

    public double y() {
        return y;
    }

    public double z() {
        return z;
    }

    public double yawRad() {
        return yawRad;
    }

    public double vx() {
        return vx;
    }

    public double vy() {
        return vy;
    }

    public double vz() {
        return vz;
    }

    public double yawRate() {
        return yawRate;
    }

    public double speed() {
        return Math.sqrt(vx * vx + vy * vy + vz * vz);
    }

    /** Seconds flown. */
    public double seconds() {
        return steps * STEP_SECONDS;
    }
}
