package dev.jink.perception.avoid;

import dev.jink.perception.sight.ObstacleGrid;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A world simple enough to be checked by eye: upright trunks without end, and the grid that a
 * faultless camera of 160x120 pixels and 90° would make of them.
 */
final class CylinderForest {
    private static final int COLUMNS = 20;
    private static final int ROWS = 15;
    private static final int CELL = 8;
    private static final double FOCAL = 80;

    private final List<double[]> trunks = new ArrayList<>(); // x, y, radius; world, m

    void plant(double x, double y, double radius) {
        trunks.add(new double[] {x, y, radius});
    }

    /**
     * Trunks of 0.1 to 0.35 m radius with one per spacing² on average, no two nearer than 60 % of
     * the spacing, from x = 4 to x = 38 m, the places around start and goal left free.
     */
    static CylinderForest random(long seed, double spacingM) {
        SplittableRandom random = new SplittableRandom(seed);
        CylinderForest forest = new CylinderForest();
        double width = 30;
        int wanted = (int) Math.round(34 * width / (spacingM * spacingM));
        for (int tries = 0; forest.trunks.size() < wanted && tries < 100_000; tries++) {
            double x = random.nextDouble(4, 38);
            double y = random.nextDouble(-width / 2, width / 2);
            boolean free = true;
            for (double[] t : forest.trunks) {
                free &= Math.hypot(t[0] - x, t[1] - y) > 0.6 * spacingM;
            }
            if (free) {
                forest.plant(x, y, random.nextDouble(0.1, 0.35));
            }
        }
        return forest;
    }

    /** A wall of trunks across the way at x, 40 m to either side, with a gap around y = gapY. */
    static CylinderForest wall(double x, double gapY, double halfGapM) {
        CylinderForest wall = new CylinderForest();
        for (double y = -40; y <= 40; y += 0.25) {
            if (Math.abs(y - gapY) > halfGapM) {
                wall.plant(x, y, 0.15);
            }
        }
        return wall;
    }

    /** Distance from a place to the nearest bark, m; negative inside. */
    double clearance(double x, double y) {
        double least = Double.POSITIVE_INFINITY;
        for (double[] t : trunks) {
            least = Math.min(least, Math.hypot(t[0] - x, t[1] - y) - t[2]);
        }
        return least;
    }

    /** Fills the grid as seen level from a place: each cell the nearest of its pixels. */
    void look(double x, double y, double yaw, ObstacleGrid grid) {
        for (int column = 0; column < COLUMNS; column++) {
            double nearest = Double.POSITIVE_INFINITY; // flat distance
            for (int p = 0; p < CELL; p++) {
                double right = (column * CELL + p - 79.5) / FOCAL;
                double bearing = yaw + Math.atan(-right);
                nearest = Math.min(nearest, flat(x, y, bearing));
            }
            double right = ((column + 0.5) * CELL - 80) / FOCAL;
            for (int row = 0; row < ROWS; row++) {
                double down = ((row + 0.5) * CELL - 60) / FOCAL;
                double tilt = Math.sqrt(1 + down * down / (1 + right * right));
                double range = nearest * tilt;
                boolean clear = range > 12;
                grid.set(
                        row * COLUMNS + column, clear ? Float.POSITIVE_INFINITY : (float) range, 1);
            }
        }
    }

    private double flat(double x, double y, double bearing) {
        double ux = Math.cos(bearing);
        double uy = Math.sin(bearing);
        double nearest = Double.POSITIVE_INFINITY;
        for (double[] t : trunks) {
            double dx = t[0] - x;
            double dy = t[1] - y;
            double along = dx * ux + dy * uy;
            double aside = dx * uy - dy * ux;
            if (along > 0 && Math.abs(aside) < t[2]) {
                nearest = Math.min(nearest, along - Math.sqrt(t[2] * t[2] - aside * aside));
            }
        }
        return nearest;
    }
}
