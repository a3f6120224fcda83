package dev.jink.perception.avoid;

import dev.jink.perception.sight.ObstacleGrid;

/**
 * A planner, a view and a drone that does as told without moving: what the planner's tests share.
 */
abstract class PlannerBench {
    static final PlannerSettings SETTINGS = PlannerSettings.defaults();
    static final long PICTURE_NANOS = 50_000_000;

    final Planner planner = new Planner(SETTINGS, ForestFlight.RAYS);
    final ObstacleGrid grid = new ObstacleGrid(20, 15);
    final Command wanted = new Command();
    final Motion own = new Motion();
    final Command out = new Command();
    long now = 1_000_000_000L;

    PlannerBench() {
        own.known = true;
        own.z = 1.5;
        fill(Float.POSITIVE_INFINITY);
    }

    void fill(float range) {
        for (int cell = 0; cell < grid.cells(); cell++) {
            grid.set(cell, range, 1);
        }
    }

    /** One picture; the drone follows the velocity at once, and stays where it is. */
    void plan() {
        planner.plan(grid, wanted, own, now, out);
        own.vx = out.vx;
        own.vy = out.vy;
        own.vz = out.vz;
        now += PICTURE_NANOS;
    }

    void plan(int pictures) {
        for (int i = 0; i < pictures; i++) {
            plan();
        }
    }

    static CylinderForest trunk(double x, double y, double radius) {
        CylinderForest forest = new CylinderForest();
        forest.plant(x, y, radius);
        return forest;
    }
}
