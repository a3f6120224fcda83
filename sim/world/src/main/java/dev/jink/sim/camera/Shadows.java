package dev.jink.sim.camera;

import dev.jink.sim.scene.Light;

import java.util.Arrays;

/**
 * What stands between a point and the sun. Seen from the sun the world is flat: solids are entered
 * into a grid across the sun's direction, and a shadow ray is tested against one cell's solids
 * only. Made once per scene.
 */
final class Shadows {
    private static final double CELL_M = 0.3;
    private static final int CELLS = 256;
    private static final double HALF_M = CELL_M * CELLS / 2;
    private static final double CELLS_A_M = 1 / CELL_M;
    private static final int BOX = 5;

    private final Geometry geometry;
    private final Outline outline = new Outline();
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
        outline.look(light);
        originEast = outline.east(centreX, centreY) - HALF_M;
        originUp = outline.up(centreX, centreY, 0) - HALF_M;
        last = 0;
        Arrays.fill(start, 0);
        if (boxes.length < geometry.count() * BOX) {
            boxes = new double[(geometry.count() + geometry.count() / 2) * BOX];
        }
        for (int i = 0; i < geometry.count(); i++) {
            outline.of(geometry, i);
            int box = i * BOX;
            boxes[box] = outline.leastEast;
            boxes[box + 1] = outline.mostEast;
            boxes[box + 2] = outline.leastUp;
            boxes[box + 3] = outline.mostUp;
            boxes[box + 4] = outline.mostSun;
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
            outline.of(geometry, i);
            enter(i, true);
        }
        // Writing advanced every start to its successor's: move them back.
        System.arraycopy(start, 0, start, 1, CELLS * CELLS);
        start[0] = 0;
    }

    private void enter(int i, boolean write) {
        int fromColumn = Math.max(0, cell(outline.leastEast - originEast));
        int toColumn = Math.min(CELLS - 1, cell(outline.mostEast - originEast));
        int fromRow = Math.max(0, cell(outline.leastUp - originUp));
        int toRow = Math.min(CELLS - 1, cell(outline.mostUp - originUp));
        for (int row = fromRow; row <= toRow; row++) {
            double up = originUp + (row + 0.5) * CELL_M;
            for (int column = fromColumn; column <= toColumn; column++) {
                double east = originEast + (column + 0.5) * CELL_M;
                if (outline.meets(east, up, CELL_M / 2)) {
                    int cell = row * CELLS + column;
                    if (write) {
                        entries[start[cell]] = i;
                    }
                    start[cell]++;
                }
            }
        }
    }

    private static int cell(double fromOriginM) {
        return (int) Math.floor(fromOriginM * CELLS_A_M);
    }

    /** True when a solid other than self keeps the sun from the point. */
    boolean at(double x, double y, double z, int self) {
        if (!cast) {
            return false;
        }
        double east = outline.east(x, y);
        double up = outline.up(x, y, z);
        int column = cell(east - originEast);
        int row = cell(up - originUp);
        if (column < 0 || column >= CELLS || row < 0 || row >= CELLS) {
            return false;
        }
        double sun = outline.sun(x, y, z);
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
