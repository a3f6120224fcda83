package dev.jink.sim.camera;

import java.util.Arrays;

/**
 * The solids that may be in the picture, nearest first, and where: bounds in ray coordinates.
 * Filled once per frame; arrays grow to the largest scene seen and are then reused.
 */
final class ScreenBounds {
    private static final int ROW = 8;
    private static final float SLACK = 1e-4f;

    private final CameraRays rays;
    private final Extent extent;
    private final Stripes columns;
    private final Stripes rows;
    // Per visible solid: sort key (near distance, index), and a row of its bounds:
    // least and most right, least and most down, strip x, y, z, half.
    private long[] order = new long[0];
    private float[] bounds = new float[0];
    private float[] near = new float[0];
    private int visible;

    ScreenBounds(CameraRays rays) {
        this.rays = rays;
        columns = rays.columns();
        rows = rays.rows();
        extent = new Extent(columns.edges(), rows.edges());
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
        float leastRight = bounds[row];
        float mostRight = bounds[row + 1];
        int fromX = columns.firstReaching(leastRight);
        int toX = columns.lastReaching(mostRight);
        int fromY = rows.firstReaching(bounds[row + 2]);
        int toY = rows.lastReaching(bounds[row + 3]);
        float nearM = near[solid];
        float stripX = bounds[row + 4];
        float stripY = bounds[row + 5];
        int count = 0;
        if (stripX == 0 && stripY == 0) {
            for (int y = fromY; y <= toY; y++) {
                int first = y * rays.width();
                count = candidates(nearM, first + fromX, first + toX, rangeM, out, count);
            }
            return count;
        }
        // Of each row only what may lie in the strip.
        float perRight = 1 / Math.copySign(Math.max(Math.abs(stripX), 1e-6f), stripX);
        float stripHalf = bounds[row + 7] + SLACK;
        for (int y = fromY; y <= toY; y++) {
            float one = stripY * rows.least(y);
            float other = stripY * rows.most(y);
            float before = (-stripHalf - bounds[row + 6] - Math.max(one, other)) * perRight;
            float beyond = (stripHalf - bounds[row + 6] - Math.min(one, other)) * perRight;
            float from = Math.max(leastRight, Math.min(before, beyond));
            float to = Math.min(mostRight, Math.max(before, beyond));
            if (from <= to) {
                int first = y * rays.width();
                int x = columns.firstReaching(from);
                int last = columns.lastReaching(to);
                count = candidates(nearM, first + x, first + last, rangeM, out, count);
            }
        }
        return count;
    }

    /** Appends those of one row: every pixel is written, and mostly overwritten, without a branch. */
    private static int candidates(
            float nearM, int from, int to, double[] rangeM, int[] out, int count) {
        for (int i = from; i <= to; i++) {
            out[count] = i;
            count += nearM <= rangeM[i] ? 1 : 0;
        }
        return count;
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
