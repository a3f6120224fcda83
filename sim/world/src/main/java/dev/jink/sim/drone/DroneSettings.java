package dev.jink.sim.drone;

/**
 * What the simulated drone and its velocity controller can do. Defaults suit a 0.5 m quadrotor.
 *
 * @param radiusM of the sphere around it, metres
 * @param velocityGain acceleration wanted per velocity error, 1/s
 * @param maxTiltRad bounds the level acceleration to g tan(tilt)
 * @param maxClimbAccel bound of the vertical acceleration, m/s²
 * @param maxJerk how fast acceleration may change, m/s³: attitude takes time
 * @param maxYawRate rad/s
 * @param maxYawAccel rad/s²
 * @param drag air drag per velocity, 1/s
 * @param maxSpeed bound of the velocity it obeys, m/s
 */
public record DroneSettings(
        double radiusM,
        double velocityGain,
        double maxTiltRad,
        double maxClimbAccel,
        double maxJerk,
        double maxYawRate,
        double maxYawAccel,
        double drag,
        double maxSpeed) {

    public DroneSettings {
        check("radius_m", radiusM);
        check("velocity_gain", velocityGain);
        check("max_tilt", maxTiltRad);
        check("max_climb_accel", maxClimbAccel);
        check("max_jerk", maxJerk);
        check("max_yaw_rate", maxYawRate);
        check("max_yaw_accel", maxYawAccel);
        check("max_speed", maxSpeed);
        if (!(drag >= 0) || maxTiltRad > 1.2) {
            throw new IllegalArgumentException(
                    "drone: drag is "
                            + drag
                            + ", max_tilt "
                            + maxTiltRad
                            + " rad; wanted drag of 0 or more and a tilt of at most 1.2 rad");
        }
    }

    public static DroneSettings defaults() {
        return new DroneSettings(0.25, 3.5, Math.toRadians(28), 3, 40, 2.5, 10, 0.15, 12);
    }

    private static void check(String name, double value) {
        if (!(value > 0 && value < 1e6)) {
            throw new IllegalArgumentException(
                    "drone: " + name + " is " + value + ", wanted a number above 0");
        }
    }
}
