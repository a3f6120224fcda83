package dev.jink.sim.trial;

import dev.jink.perception.avoid.Motion;

/**
 * Energy a quadrotor of 1 kg with four 5-inch propellers would have used: momentum theory's induced
 * power, P = T^1.5 / sqrt(2 ρ A) (Leishman 2006, eq. 2.15) over a figure of merit of 0.6, with the
 * thrust T that carries the weight and the accelerations. A yardstick between flights, not a
 * battery's model: forward flight's savings and the body's drag are left out.
 */
final class Energy {
    private static final double MASS_KG = 1;
    private static final double GRAVITY = 9.81;
    private static final double AIR_KG_M3 = 1.2;
    private static final double DISC_M2 = 4 * Math.PI * 0.0635 * 0.0635;
    private static final double MERIT = 0.6;
    private static final double LEAST_SECONDS = 0.02;

    private double joules;
    private double seconds;
    private double vx;
    private double vy;
    private double vz;
    private boolean started;

    /** The motion at a later moment than the last. */
    void moved(Motion own) {
        double now = own.stampNanos * 1e-9;
        double dt = now - seconds;
        if (started && dt < LEAST_SECONDS) {
            return; // differences over a step or two would be rounding
        }
        double cos = Math.cos(own.yaw);
        double sin = Math.sin(own.yaw);
        double east = cos * own.vx - sin * own.vy;
        double north = sin * own.vx + cos * own.vy;
        if (started) {
            double ax = (east - vx) / dt;
            double ay = (north - vy) / dt;
            double az = (own.vz - vz) / dt + GRAVITY;
            double thrust = MASS_KG * Math.sqrt(ax * ax + ay * ay + az * az);
            joules += power(thrust) * dt;
        }
        started = true;
        seconds = now;
        vx = east;
        vy = north;
        vz = own.vz;
    }

    /** Watts for a thrust in newtons. */
    static double power(double thrust) {
        return Math.pow(thrust, 1.5) / Math.sqrt(2 * AIR_KG_M3 * DISC_M2) / MERIT;
    }

    double joules() {
        return joules;
    }
}
