package dev.jink.perception.avoid;

import dev.jink.calibration.CellRays;
import dev.jink.calibration.VirtualCamera;
import dev.jink.perception.sight.ObstacleGrid;

/**
 * Flies the planner through a {@link CylinderForest} to a goal 40 m ahead: 20 pictures a second,
 * commands that take effect 50 ms late, a velocity loop with a lag of 0.25 s and at most 6 m/s².
 */
final class ForestFlight {
    static final CellRays RAYS =
            CellRays.of(new VirtualCamera(160, 120, 80, 80, 79.5, 59.5), 20, 15);
    private static final double GOAL_M = 40;
    private static final double STEP = 0.01;
    private static final int STEPS_PER_PICTURE = 5;
    private static final double LAG = 0.25;
    private static final double YAW_LAG = 0.1;
    private static final double MOST_ACCEL = 6;

    private final CylinderForest forest;
    private final PlannerSettings settings;
    private final Planner planner;
    private final ObstacleGrid grid = new ObstacleGrid(20, 15);
    private final Command wanted = new Command();
    private final Command given = new Command();
    private final Command acting = new Command();
    private final Motion own = new Motion();
    private double wvx; // world, m/s
    private double wvy;

    double seconds;
    double leastClearanceM = Double.POSITIVE_INFINITY;
    double flownM;
    boolean trace;

    /** Spoils every grid; null leaves them true. */
    GridNoise noise;

    ForestFlight(CylinderForest forest, PlannerSettings settings) {
        this.forest = forest;
        this.settings = settings;
        planner = new Planner(settings, RAYS);
        own.known = true;
        own.z = 1.5;
        acting.set(0, 0, 0, 0);
    }

    /** Flies until the goal, a contact or the time limit; true = reached without contact. */
    boolean fly(double speed, double limitSeconds) {
        while (seconds < limitSeconds) {
            forest.look(own.x, own.y, own.yaw, grid);
            if (noise != null) {
                noise.spoil(grid);
            }
            wish(speed);
            acting.set(given);
            planner.plan(grid, wanted, own, (long) (seconds * 1e9), given);
            if (trace) {
                System.out.printf(
                        "%.2f pos %.2f %.2f yaw %.2f v %.2f %.2f  %s  clearance %.2f%n",
                        seconds,
                        own.x,
                        own.y,
                        Math.toDegrees(own.yaw),
                        own.vx,
                        own.vy,
                        given,
                        forest.clearance(own.x, own.y));
            }
            for (int i = 0; i < STEPS_PER_PICTURE; i++) {
                step();
                if (leastClearanceM < settings.radiusM()) {
                    return false;
                }
            }
            if (Math.hypot(GOAL_M - own.x, own.y) < 1.5) {
                return true;
            }
        }
        return false;
    }

    private void wish(double speed) {
        double bearing = Math.atan2(-own.y, GOAL_M - own.x) - own.yaw;
        wanted.set(speed * Math.cos(bearing), speed * Math.sin(bearing), 0, 0);
    }

    private void step() {
        double c = Math.cos(own.yaw);
        double s = Math.sin(own.yaw);
        double ax = (c * acting.vx - s * acting.vy - wvx) / LAG;
        double ay = (s * acting.vx + c * acting.vy - wvy) / LAG;
        double a = Math.hypot(ax, ay);
        double share = a > MOST_ACCEL ? MOST_ACCEL / a : 1;
        wvx += share * ax * STEP;
        wvy += share * ay * STEP;
        own.yawRate += (acting.yawRate - own.yawRate) / YAW_LAG * STEP;
        own.x += wvx * STEP;
        own.y += wvy * STEP;
        own.yaw += own.yawRate * STEP;
        c = Math.cos(own.yaw);
        s = Math.sin(own.yaw);
        own.vx = c * wvx + s * wvy;
        own.vy = c * wvy - s * wvx;
        flownM += Math.hypot(wvx, wvy) * STEP;
        seconds += STEP;
        leastClearanceM = Math.min(leastClearanceM, forest.clearance(own.x, own.y));
    }
}
