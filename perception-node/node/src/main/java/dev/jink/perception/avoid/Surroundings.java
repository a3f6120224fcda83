package dev.jink.perception.avoid;

import dev.jink.perception.sight.ObstacleGrid;

/**
 * All the planner knows about what is around, at one moment, as spheres in the level body frame:
 * one for each cell that holds an obstacle, one for each remembered point, and, apart from these,
 * one for each cell that isn't known.
 *
 * <p>A cell's obstacle may be anywhere in the cell. Its sphere sits on the cell's ray at the range
 * and reaches to the cell's corners, so a thin trunk counts as wide as the cell that saw it.
 */
final class Surroundings {
    /** Obstacles and free ways are told apart up to here, m. */
    static final double HORIZON_M = 10;

    private static final double FAR_LOOK_M = 0.7;
    private static final double FAR_LOOK_SHARE = 0.5;

    private final PlannerSettings settings;
    private final View view;
    private final double tubeM;
    private final ObstacleMemory memory = new ObstacleMemory();
    private final Spheres obstacles;
    private final Spheres unknowns;
    private final Sectors sectors = new Sectors();

    private double unknownShare;
    private double viewLeft;
    private double viewRight;

    Surroundings(PlannerSettings settings, View view) {
        this.settings = settings;
        this.view = view;
        tubeM = settings.radiusM() + settings.marginM();
        obstacles = new Spheres(settings, view.cells + ObstacleMemory.CAPACITY);
        unknowns = new Spheres(settings, view.cells);
    }

    Sectors sectors() {
        return sectors;
    }

    /** Share of the cells the camera reaches that isn't known; 1 when it reaches none. */
    double unknownShare() {
        return unknownShare;
    }

    /** How far to the left the picture reaches at its middle row, rad, 0 or more. */
    double viewLeft() {
        return viewLeft;
    }

    /** How far to the right the picture reaches at its middle row, rad, 0 or less. */
    double viewRight() {
        return viewRight;
    }

    void forgetAll() {
        memory.forgetAll();
    }

    /** Takes in a grid, and what is remembered of earlier ones. */
    void look(ObstacleGrid grid, Motion own, long nowNanos) {
        if (own.known) {
            view.level(own.roll, own.pitch);
        } else {
            view.level(0, 0);
        }
        obstacles.clear();
        unknowns.clear();
        sectors.clear();
        takeCells(grid);
        measureView(grid);
        if (own.known && settings.memorySeconds() > 0) {
            recall(grid, own, nowNanos);
            remember(grid, own, nowNanos);
        } else {
            memory.forgetAll();
        }
        sectors.settle();
    }

    private void takeCells(ObstacleGrid grid) {
        int reached = 0;
        int unknown = 0;
        for (int cell = 0; cell < view.cells; cell++) {
            if (!grid.seen(cell)) {
                continue;
            }
            reached++;
            double range = grid.rangeM(cell);
            if (Double.isNaN(range)) {
                unknown++;
                take(unknowns, cell, settings.unknownRangeM());
            } else if (range <= HORIZON_M + tubeM) {
                take(obstacles, cell, range);
            }
            mark(cell, range);
        }
        unknownShare = reached == 0 ? 1 : (double) unknown / reached;
    }

    private void take(Spheres into, int cell, double range) {
        double x = view.x[cell] * range;
        double y = view.y[cell] * range;
        double z = view.z[cell] * range;
        into.add(x, y, z, range * view.sinHalf[cell]);
    }

    /** Enters a cell into the flat ring, if what it sees there is at the drone's height. */
    private void mark(int cell, double range) {
        double left = view.leftAzimuth[cell];
        double right = view.rightAzimuth[cell];
        double slope = Math.abs(view.z[cell]);
        if (Double.isNaN(range)) {
            if (slope * settings.unknownRangeM() <= tubeM) {
                sectors.unknown(right, left);
            }
        } else if (range == Double.POSITIVE_INFINITY) {
            if (slope <= view.sinHalf[cell]) {
                sectors.seen(right, left, Float.POSITIVE_INFINITY);
            }
        } else if (slope * range <= tubeM + range * view.sinHalf[cell]) {
            double flat = Math.sqrt(Math.max(0, 1 - slope * slope));
            sectors.seen(right, left, (float) (range * flat));
        } else if (slope <= view.sinHalf[cell]) {
            sectors.seen(right, left, Float.POSITIVE_INFINITY);
        }
    }

    private void measureView(ObstacleGrid grid) {
        int row = view.rows / 2 * view.columns;
        int middle = view.columns / 2;
        viewLeft = 0;
        viewRight = 0;
        for (int c = middle - 1; c >= 0 && grid.seen(row + c); c--) {
            viewLeft = view.leftAzimuth[row + c];
        }
        for (int c = middle; c < view.columns && grid.seen(row + c); c++) {
            viewRight = view.rightAzimuth[row + c];
        }
    }

    private void recall(ObstacleGrid grid, Motion own, long nowNanos) {
        memory.prune(nowNanos - (long) (settings.memorySeconds() * 1e9), own.x, own.y, own.z);
        double c = Math.cos(own.yaw);
        double s = Math.sin(own.yaw);
        for (int i = memory.count() - 1; i >= 0; i--) {
            double dx = memory.x[i] - own.x;
            double dy = memory.y[i] - own.y;
            double x = c * dx + s * dy;
            double y = c * dy - s * dx;
            double z = memory.z[i] - own.z;
            double extra = memory.extraM[i];
            int cell = view.cellOf(x, y, z);
            boolean inView = cell >= 0 && grid.seen(cell);
            if (inView && seenThrough(grid, cell, Math.sqrt(x * x + y * y + z * z))) {
                if (memory.doubt(i)) {
                    continue;
                }
            }
            if (!memory.confirmed(i)) {
                continue;
            }
            obstacles.add(x, y, z, extra);
            if (!inView && Math.abs(z) <= tubeM) {
                double flat = Math.sqrt(x * x + y * y);
                double azimuth = Math.atan2(y, x);
                double half = Math.min(0.5, extra / Math.max(flat, 0.1));
                sectors.seen(azimuth - half, azimuth + half, (float) flat);
            }
        }
    }

    /** Whether the cell and all its neighbours look clearly farther than the distance. */
    private boolean seenThrough(ObstacleGrid grid, int cell, double distance) {
        double beyond = distance * (1 + FAR_LOOK_SHARE) + FAR_LOOK_M;
        int row = cell / view.columns;
        int column = cell % view.columns;
        for (int r = Math.max(0, row - 1); r <= Math.min(view.rows - 1, row + 1); r++) {
            for (int c = Math.max(0, column - 1);
                    c <= Math.min(view.columns - 1, column + 1);
                    c++) {
                float range = grid.rangeM(r * view.columns + c);
                if (!(range > beyond)) { // nearer, or not known
                    return false;
                }
            }
        }
        return true;
    }

    private void remember(ObstacleGrid grid, Motion own, long nowNanos) {
        double cos = Math.cos(own.yaw);
        double sin = Math.sin(own.yaw);
        for (int cell = 0; cell < view.cells; cell++) {
            double range = grid.rangeM(cell);
            if (range <= ObstacleMemory.REACH_M) {
                double x = view.x[cell] * range;
                double y = view.y[cell] * range;
                double px = own.x + cos * x - sin * y;
                double py = own.y + sin * x + cos * y;
                double pz = own.z + view.z[cell] * range;
                memory.see(px, py, pz, range * view.sinHalf[cell], nowNanos);
            }
        }
    }

    /** Free way, m, of the drone with its margin along a unit vector; at most the horizon. */
    double clearM(double ux, double uy, double uz) {
        return obstacles.clearM(0, 0, 0, ux, uy, uz, 0, 0, HORIZON_M);
    }

    /** The same for a tube so much wider, and not looking farther than {@code mostM}. */
    double clearUpToM(double mostM, double ux, double uy, double uz, double widerM) {
        return obstacles.clearM(0, 0, 0, ux, uy, uz, widerM, 0, mostM);
    }

    /** The same to the horizon, starting at another place of the level body frame. */
    double clearFromM(
            double x, double y, double z, double ux, double uy, double uz, double widerM) {
        return clearFromM(x, y, z, ux, uy, uz, widerM, 0);
    }

    /** The same, where ways shorter than {@code leastM} are of no use, however short they are. */
    double clearFromM(
            double x,
            double y,
            double z,
            double ux,
            double uy,
            double uz,
            double widerM,
            double leastM) {
        return obstacles.clearM(x, y, z, ux, uy, uz, widerM, leastM, HORIZON_M);
    }

    /** Free way until the tube reaches something not known; at most the horizon. */
    double unknownClearM(double ux, double uy, double uz) {
        return unknowns.clearM(0, 0, 0, ux, uy, uz, 0, 0, HORIZON_M);
    }
}
