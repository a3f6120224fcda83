package dev.jink.sim.camera;

import dev.jink.sim.scene.Light;

import java.util.Arrays;

/**
 * What stands between a point and the sun. Seen from the sun the world is flat: solids are entered
 * into a grid across the sun's direction, and a shadow ray is tested against one cell's solids
 * only. Made once per scene.
 */
final class Shadows {
    private static final double CELL_M = 0.6;
    private static final int CELLS = 128;
    private static final double HALF_M = CELL_M * CELLS / 2;
    private static final double CELLS_A_M = 1 / CELL_M;
    private static final int BOX = 5;

    /** Boxes are wider by this, more than any rounding of a point's place. */
    private static final double SLACK_M = 1e-6;

    private final Geometry geometry;
    private final int[] start = new int[CELLS * CELLS + 1];
    private int[] entries = new int[0];
    // Per solid what it covers as the sun sees it: least and most east, least and most up, and how
    // far it reaches towards the sun.
    private double[] boxes = new double[0];
    // What the last shadow ray hit: as likely as not the next one hits it too.
    private int last;
    private double sunX;
    private double sunY;
    private double sunZ;
    // Across the sun: east is level, up leans.
    private double eastX;
    private double eastY;
    private double upX;
    private double upY;
    private double upZ;
    private double originEast;
    private double originUp;
    private boolean cast;

    Shadows(Geometry geometry) {
        this.geometry = geometry;
    }

    /** centreX and centreY: the middle of the area where shadows are wanted. */
    void load(Light light, double centreX, double centreY) {
        cast = light.sun() > 0 && light.shadows();
        if (!cast) {
            return;
        }
        sunX = light.sunX();
        sunY = light.sunY();
        sunZ = light.sunZ();
        double level = Math.max(1e-6, Math.hypot(sunX, sunY));
        eastX = -sunY / level;
        eastY = sunX / level;
        upX = -sunZ * sunX / level;
        upY = -sunZ * sunY / level;
        upZ = level;
        originEast = eastX * centreX + eastY * centreY - HALF_M;
        originUp = upX * centreX + upY * centreY - HALF_M;
        last = 0;
        Arrays.fill(start, 0);
        if (boxes.length < geometry.count() * BOX) {
            boxes = new double[(geometry.count() + geometry.count() / 2) * BOX];
        }
        for (int i = 0; i < geometry.count(); i++) {
            project(i);
            enter(i, false);
        }
        int total = 0;
        for (int cell = 0; cell < CELLS * CELLS; cell++) {
            int size = start[cell];
            start[cell] = total;
            total += size;
        }
        start[CELLS * CELLS] = total;
        if (entries.length < total) {
            entries = new int[total + total / 2];
        }
        for (int i = geometry.count() - 1; i >= 0; i--) {
            enter(i, true);
        }
        // Writing advanced every start to its successor's: move them back.
        System.arraycopy(start, 0, start, 1, CELLS * CELLS);
        start[0] = 0;
    }

    private void enter(int i, boolean write) {
        int box = i * BOX;
        int fromColumn = Math.max(0, (int) Math.floor((boxes[box] - originEast) * CELLS_A_M));
        int toColumn =
                Math.min(CELLS - 1, (int) Math.floor((boxes[box + 1] - originEast) * CELLS_A_M));
        int fromRow = Math.max(0, (int) Math.floor((boxes[box + 2] - originUp) * CELLS_A_M));
        int toRow = Math.min(CELLS - 1, (int) Math.floor((boxes[box + 3] - originUp) * CELLS_A_M));
        for (int row = fromRow; row <= toRow; row++) {
            for (int column = fromColumn; column <= toColumn; column++) {
                int cell = row * CELLS + column;
                if (write) {
                    entries[start[cell]] = i;
                }
                start[cell]++;
            }
        }
    }

    private void project(int i) {
        double[] p = geometry.rows();
        int r = i * Geometry.ROW;
        double east = eastX * p[r] + eastY * p[r + 1];
        double up = upX * p[r] + upY * p[r + 1] + upZ * p[r + 2];
        double sun = sunX * p[r] + sunY * p[r + 1] + sunZ * p[r + 2];
        if (geometry.kind(i) <= Geometry.ELLIPSOID) {
            double cos = p[r + 6];
            double sin = p[r + 7];
            double halfEast =
                    Math.abs(eastX * cos + eastY * sin) * p[r + 3]
                            + Math.abs(eastY * cos - eastX * sin) * p[r + 4];
            double halfUp =
                    Math.abs(upX * cos + upY * sin) * p[r + 3]
                            + Math.abs(upY * cos - upX * sin) * p[r + 4]
                            + Math.abs(upZ) * p[r + 5];
            double halfSun =
                    Math.abs(sunX * cos + sunY * sin) * p[r + 3]
                            + Math.abs(sunY * cos - sunX * sin) * p[r + 4]
                            + Math.abs(sunZ) * p[r + 5];
            set(i, east - halfEast, east + halfEast, up - halfUp, up + halfUp, sun + halfSun);
            return;
        }
        double thick = geometry.thickness(i);
        double toEast = (eastX * p[r + 3] + eastY * p[r + 4]) * p[r + 6];
        double toUp = (upX * p[r + 3] + upY * p[r + 4] + upZ * p[r + 5]) * p[r + 6];
        double toSun = (sunX * p[r + 3] + sunY * p[r + 4] + sunZ * p[r + 5]) * p[r + 6];
        set(
                i,
                east + Math.min(0, toEast) - thick,
                east + Math.max(0, toEast) + thick,
                up + Math.min(0, toUp) - thick,
                up + Math.max(0, toUp) + thick,
                sun + Math.max(0, toSun) + thick);
    }

    private void set(
            int i, double fromEast, double toEast, double fromUp, double toUp, double toSun) {
        int box = i * BOX;
        boxes[box] = fromEast - SLACK_M;
        boxes[box + 1] = toEast + SLACK_M;
        boxes[box + 2] = fromUp - SLACK_M;
        boxes[box + 3] = toUp + SLACK_M;
        boxes[box + 4] = toSun + SLACK_M;
    }

    /** True when a solid other than self keeps the sun from the point. */
    boolean at(double x, double y, double z, int self) {
        if (!cast) {
            return false;
        }
        double east = eastX * x + eastY * y;
        double up = upX * x + upY * y + upZ * z;
        int column = (int) Math.floor((east - originEast) * CELLS_A_M);
        int row = (int) Math.floor((up - originUp) * CELLS_A_M);
        if (column < 0 || column >= CELLS || row < 0 || row >= CELLS) {
            return false;
        }
        double sun = sunX * x + sunY * y + sunZ * z;
        if (last < geometry.count() && blocks(last, x, y, z, self, east, up, sun)) {
            return true;
        }
        int cell = row * CELLS + column;
        for (int k = start[cell]; k < start[cell + 1]; k++) {
            if (blocks(entries[k], x, y, z, self, east, up, sun)) {
                last = entries[k];
                return true;
            }
        }
        return false;
    }

    /** Whether a solid is in the sun's way, which only one can be whose box the point lies in. */
    private boolean blocks(
            int i, double x, double y, double z, int self, double east, double up, double sun) {
        int box = i * BOX;
        return i != self
                && boxes[box] <= east
                && boxes[box + 1] >= east
                && boxes[box + 2] <= up
                && boxes[box + 3] >= up
                && boxes[box + 4] >= sun
                && Hits.at(geometry, i, x, y, z, sunX, sunY, sunZ) < Double.POSITIVE_INFINITY;
    }
}
