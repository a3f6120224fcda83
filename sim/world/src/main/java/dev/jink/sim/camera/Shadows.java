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

    private final Geometry geometry;
    private final int[] start = new int[CELLS * CELLS + 1];
    private int[] entries = new int[0];
    private final double[] box = new double[4];
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
        Arrays.fill(start, 0);
        for (int i = 0; i < geometry.count(); i++) {
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
        project(i);
        int fromColumn = Math.max(0, (int) Math.floor((box[0] - originEast) / CELL_M));
        int toColumn = Math.min(CELLS - 1, (int) Math.floor((box[1] - originEast) / CELL_M));
        int fromRow = Math.max(0, (int) Math.floor((box[2] - originUp) / CELL_M));
        int toRow = Math.min(CELLS - 1, (int) Math.floor((box[3] - originUp) / CELL_M));
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
            set(east - halfEast, east + halfEast, up - halfUp, up + halfUp);
            return;
        }
        double thick = geometry.thickness(i);
        double toEast = (eastX * p[r + 3] + eastY * p[r + 4]) * p[r + 6];
        double toUp = (upX * p[r + 3] + upY * p[r + 4] + upZ * p[r + 5]) * p[r + 6];
        set(
                east + Math.min(0, toEast) - thick,
                east + Math.max(0, toEast) + thick,
                up + Math.min(0, toUp) - thick,
                up + Math.max(0, toUp) + thick);
    }

    private void set(double fromEast, double toEast, double fromUp, double toUp) {
        box[0] = fromEast;
        box[1] = toEast;
        box[2] = fromUp;
        box[3] = toUp;
    }

    /** True when a solid other than self keeps the sun from the point. */
    boolean at(double x, double y, double z, int self) {
        if (!cast) {
            return false;
        }
        int column = (int) Math.floor((eastX * x + eastY * y - originEast) / CELL_M);
        int row = (int) Math.floor((upX * x + upY * y + upZ * z - originUp) / CELL_M);
        if (column < 0 || column >= CELLS || row < 0 || row >= CELLS) {
            return false;
        }
        int cell = row * CELLS + column;
        for (int k = start[cell]; k < start[cell + 1]; k++) {
            int i = entries[k];
            if (i != self
                    && Hits.at(geometry, i, x, y, z, sunX, sunY, sunZ) < Double.POSITIVE_INFINITY) {
                return true;
            }
        }
        return false;
    }
}
