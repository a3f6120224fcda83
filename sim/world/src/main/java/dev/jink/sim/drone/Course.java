package dev.jink.sim.drone;

import dev.jink.perception.avoid.Command;

/**
 * The way to a goal: what velocity is wanted, how far it is done. World frame, metres.
 *
 * @param goalRadiusM how near counts as reached, measured level
 * @param heightM height wanted all the way
 * @param speed wanted, m/s
 */
public record Course(
        double startX,
        double startY,
        double goalX,
        double goalY,
        double goalRadiusM,
        double heightM,
        double speed) {

    private static final double HEIGHT_GAIN = 0.8;
    private static final double MOST_CLIMB = 0.5;

    public Course {
        if (!(speed > 0 && speed <= 20) || !(heightM > 0) || !(goalRadiusM > 0)) {
            throw new IllegalArgumentException(
                    "course: speed is "
                            + speed
                            + " m/s, height "
                            + heightM
                            + " m, goal radius "
                            + goalRadiusM
                            + " m; wanted a speed above 0, at most 20, the others above 0");
        }
    }

    /** From (0, 0) straight ahead to (goalM, 0), at 1.5 m height, reached within 2 m. */
    public static Course ahead(double goalM, double speed) {
        return new Course(0, 0, goalM, 0, 2, 1.5, speed);
    }

    /** The velocity wanted now, level body frame: towards the goal, holding the height. */
    public void wanted(Drone drone, Command out) {
        wanted(drone.x(), drone.y(), drone.z(), drone.yawRad(), out);
    }

    /** The same for a place and a heading. */
    public void wanted(double x, double y, double z, double yawRad, Command out) {
        double dx = goalX - x;
        double dy = goalY - y;
        double distance = Math.max(1e-6, Math.hypot(dx, dy));
        double east = speed * dx / distance;
        double north = speed * dy / distance;
        double cos = Math.cos(yawRad);
        double sin = Math.sin(yawRad);
        double climb = Math.clamp(HEIGHT_GAIN * (heightM - z), -MOST_CLIMB, MOST_CLIMB);
        out.set(cos * east + sin * north, cos * north - sin * east, climb, 0);
    }

    public boolean reached(Drone drone) {
        return toGoalM(drone) <= goalRadiusM;
    }

    /** How much nearer the goal is than it was at the start. */
    public double progressM(Drone drone) {
        return lengthM() - toGoalM(drone);
    }

    private double toGoalM(Drone drone) {
        return toGoalM(drone.x(), drone.y());
    }

    /** Level distance of a place to the goal. */
    public double toGoalM(double x, double y) {
        return Math.hypot(goalX - x, goalY - y);
    }

    /** Level distance from start to goal. */
    public double lengthM() {
        return toGoalM(startX, startY);
    }

    /** A hovering drone at the start, looking at the goal. */
    public Drone drone(DroneSettings settings) {
        double yaw = Math.atan2(goalY - startY, goalX - startX);
        return new Drone(settings, startX, startY, heightM, yaw);
    }
}
