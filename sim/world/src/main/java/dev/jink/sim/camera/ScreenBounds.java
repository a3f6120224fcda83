package dev.jink.sim.camera;

import java.util.Arrays;

/**
 * The solids that may be in the picture, nearest first, and where: bounds in ray coordinates, and
 * which of the 8x8 tiles they overlap. Filled once per frame; arrays grow to the largest scene seen
 * and are then reused.
 */
final class ScreenBounds {
    private static final int ROW = 8;
    private static final float SLACK = 1e-4f;

    /** Or-ed to a pixel's column or row: the last of its tile. */
    private static final int LAST = CameraRays.TILE - 1;

    private final CameraRays rays;
    private final Extent extent;
    // [pixel column][least, most right], [pixel row][least, most down], over the whole picture.
    private final float[] columns;
    private final float[] rows;
    // Per visible solid: sort key (near distance, index), and a row of its bounds:
    // least and most right, least and most down, strip x, y, z, half.
    private long[] order = new long[0];
    private float[] bounds = new float[0];
    private float[] near = new float[0];
    private int visible;

    ScreenBounds(CameraRays rays) {
        this.rays = rays;
        int width = rays.width();
        columns = new float[2 * width];
        rows = new float[2 * rays.height()];
        for (int i = 0; i < width * rays.height(); i++) {
            stretch(columns, i % width, rays.right(i), i < width);
            stretch(rows, i / width, rays.down(i), i % width == 0);
        }
        extent = new Extent(edges(columns), edges(rows));
    }

    private static void stretch(float[] bounds, int i, float by, boolean first) {
        bounds[2 * i] = first ? by : Math.min(bounds[2 * i], by);
        bounds[2 * i + 1] = first ? by : Math.max(bounds[2 * i + 1], by);
    }

    /** Rising boundaries of the tiles, from the bounds of their overlapping stripes of pixels. */
    private static float[] edges(float[] bounds) {
        int pixels = bounds.length / 2;
        float[] edges = new float[(pixels + LAST) / CameraRays.TILE + 1];
        Arrays.fill(edges, Float.NEGATIVE_INFINITY);
        for (int i = 0; i < pixels; i++) {
            int after = i / CameraRays.TILE + 1;
            edges[after] = Math.max(edges[after], bounds[2 * i + 1]);
        }
        edges[0] = bounds[0];
        for (int i = 1; i <= Math.min(LAST, pixels - 1); i++) {
            edges[0] = Math.min(edges[0], bounds[2 * i]);
        }
        for (int k = 1; k < edges.length; k++) {
            edges[k] = Math.max(edges[k], edges[k - 1]);
        }
        return edges;
    }

    void fill(Geometry geometry, Pose pose, double[] rotation) {
        int count = geometry.count();
        if (near.length < count) {
            int capacity = count + count / 2;
            order = new long[capacity];
            bounds = new float[ROW * capacity];
            near = new float[capacity];
        }
        extent.look(pose, rotation);
        visible = 0;
        for (int i = 0; i < count; i++) {
            if (extent.of(geometry, i)) {
                keep(i);
                near[i] = (float) extent.nearM * 0.9999f;
                order[visible++] = (long) Float.floatToRawIntBits(near[i]) << 32 | i;
            }
        }
        // Distances are not negative, so their bits sort as they do.
        Arrays.sort(order, 0, visible);
    }

    private void keep(int solid) {
        int row = ROW * solid;
        bounds[row] = (float) extent.leastRight - SLACK;
        bounds[row + 1] = (float) extent.mostRight + SLACK;
        bounds[row + 2] = (float) extent.leastDown - SLACK;
        bounds[row + 3] = (float) extent.mostDown + SLACK;
        bounds[row + 4] = (float) extent.stripX;
        bounds[row + 5] = (float) extent.stripY;
        bounds[row + 6] = (float) extent.stripZ;
        bounds[row + 7] = (float) extent.stripHalf + SLACK;
    }

    /** Whether a solid may be hit by the ray (right, down, 1): cheap, never wrongly false. */
    boolean meets(int solid, float right, float down) {
        int row = ROW * solid;
        float across = right * bounds[row + 4] + down * bounds[row + 5] + bounds[row + 6];
        return Math.abs(across) <= bounds[row + 7]
                && bounds[row] <= right
                && bounds[row + 1] >= right
                && bounds[row + 2] <= down
                && bounds[row + 3] >= down;
    }

    /**
     * The pixels whose rays may meet a solid nearer than what they have met so far.
     *
     * @param rangeM what they have met, [h][w]
     * @param out receives indices of pixels
     * @return how many
     */
    int candidates(int solid, double[] rangeM, int[] out) {
        int row = ROW * solid;
        int fromX = firstReaching(columns, bounds[row]);
        int toX = lastReaching(columns, bounds[row + 1]);
        int fromY = firstReaching(rows, bounds[row + 2]);
        int toY = lastReaching(rows, bounds[row + 3]);
        int count = 0;
        for (int y = fromY; y <= toY; y = (y | LAST) + 1) {
            for (int x = fromX; x <= toX; x = (x | LAST) + 1) {
                if (strip(solid, y / CameraRays.TILE * rays.tileColumns() + x / CameraRays.TILE)) {
                    int endX = Math.min(toX, x | LAST);
                    int endY = Math.min(toY, y | LAST);
                    count = candidates(solid, x, endX, y, endY, rangeM, out, count);
                }
            }
        }
        return count;
    }

    /** The first column or row whose most is not less than a bound. */
    private static int firstReaching(float[] stripes, float least) {
        int i = 0;
        while (i < stripes.length / 2 && stripes[2 * i + 1] < least) {
            i++;
        }
        return i;
    }

    /** The last column or row whose least is not more than a bound; -1 when there is none. */
    private static int lastReaching(float[] stripes, float most) {
        int i = stripes.length / 2 - 1;
        while (i >= 0 && stripes[2 * i] > most) {
            i--;
        }
        return i;
    }

    /** Appends those of one tile. */
    private int candidates(
            int solid,
            int fromX,
            int toX,
            int fromY,
            int toY,
            double[] rangeM,
            int[] out,
            int count) {
        int row = ROW * solid;
        float leastRight = bounds[row];
        float mostRight = bounds[row + 1];
        float leastDown = bounds[row + 2];
        float mostDown = bounds[row + 3];
        float stripX = bounds[row + 4];
        float stripY = bounds[row + 5];
        float stripZ = bounds[row + 6];
        float stripHalf = bounds[row + 7];
        float nearM = near[solid];
        int width = rays.width();
        for (int y = fromY; y <= toY; y++) {
            for (int i = y * width + fromX; i <= y * width + toX; i++) {
                float right = rays.right(i);
                float down = rays.down(i);
                if (nearM <= rangeM[i]
                        && Math.abs(right * stripX + down * stripY + stripZ) <= stripHalf
                        && leastRight <= right
                        && mostRight >= right
                        && leastDown <= down
                        && mostDown >= down) {
                    out[count++] = i;
                }
            }
        }
        return count;
    }

    private boolean strip(int solid, int t) {
        float[] tile = rays.tileBounds();
        float x = bounds[ROW * solid + 4];
        float y = bounds[ROW * solid + 5];
        float middle =
                (tile[4 * t] + tile[4 * t + 1]) * 0.5f * x
                        + (tile[4 * t + 2] + tile[4 * t + 3]) * 0.5f * y
                        + bounds[ROW * solid + 6];
        float spread =
                (tile[4 * t + 1] - tile[4 * t]) * 0.5f * Math.abs(x)
                        + (tile[4 * t + 3] - tile[4 * t + 2]) * 0.5f * Math.abs(y);
        return Math.abs(middle) <= spread + bounds[ROW * solid + 7];
    }

    /** How many solids may be in the picture. */
    int visible() {
        return visible;
    }

    /** The solid that is k-th nearest. */
    int solid(int k) {
        return (int) order[k];
    }

    /** No point of the solid is nearer to the camera than this, metres. */
    float near(int solid) {
        return near[solid];
    }
}
