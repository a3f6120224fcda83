package dev.jink.sim.camera;

import java.util.Arrays;

/**
 * Which solids may be seen in which 8x8 tile, nearest first. Filled once per frame; arrays grow to
 * the largest scene seen and are then reused.
 */
final class TileLists {
    private static final int ROW = 8;
    private static final float SLACK = 1e-4f;

    private final CameraRays rays;
    private final Extent extent;
    private final int[][] lists;
    private final int[] sizes;
    private final float[] columnBounds;
    private final float[] rowBounds;
    // Per visible solid: sort key (near distance, index), and a row of its bounds:
    // least and most right, least and most down, strip x, y, z, half.
    private long[] order = new long[0];
    private float[] bounds = new float[0];
    private float[] near = new float[0];

    TileLists(CameraRays rays) {
        this.rays = rays;
        int tiles = rays.tileColumns() * rays.tileRows();
        lists = new int[tiles][16];
        sizes = new int[tiles];
        columnBounds = new float[2 * rays.tileColumns()];
        rowBounds = new float[2 * rays.tileRows()];
        float[] tile = rays.tileBounds();
        for (int i = 0; i < columnBounds.length; i++) {
            columnBounds[i] = (i & 1) == 0 ? Float.MAX_VALUE : -Float.MAX_VALUE;
        }
        for (int i = 0; i < rowBounds.length; i++) {
            rowBounds[i] = (i & 1) == 0 ? Float.MAX_VALUE : -Float.MAX_VALUE;
        }
        for (int t = 0; t < tiles; t++) {
            stretch(columnBounds, t % rays.tileColumns(), tile[4 * t], tile[4 * t + 1]);
            stretch(rowBounds, t / rays.tileColumns(), tile[4 * t + 2], tile[4 * t + 3]);
        }
        extent = new Extent(edges(columnBounds), edges(rowBounds));
    }

    /** From the bounds of neighbouring, perhaps overlapping stripes: rising boundaries over all. */
    private static float[] edges(float[] bounds) {
        float[] edges = new float[bounds.length / 2 + 1];
        edges[0] = bounds[0];
        for (int i = 1; i < edges.length; i++) {
            edges[i] = Math.max(edges[i - 1], bounds[2 * i - 1]);
        }
        return edges;
    }

    private static void stretch(float[] bounds, int i, float least, float most) {
        bounds[2 * i] = Math.min(bounds[2 * i], least);
        bounds[2 * i + 1] = Math.max(bounds[2 * i + 1], most);
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
        int visible = 0;
        for (int i = 0; i < count; i++) {
            if (extent.of(geometry, i)) {
                keep(i);
                near[i] = (float) extent.nearM * 0.9999f;
                order[visible++] = (long) Float.floatToRawIntBits(near[i]) << 32 | i;
            }
        }
        // Distances are not negative, so their bits sort as they do.
        Arrays.sort(order, 0, visible);
        Arrays.fill(sizes, 0);
        for (int k = 0; k < visible; k++) {
            insert((int) order[k]);
        }
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
     * The pixels of a tile whose rays may meet a solid nearer than what they have met so far.
     *
     * @param rangeM what they have met, [h][w]
     * @param out receives indices of pixels
     * @return how many
     */
    int candidates(int solid, int tile, double[] rangeM, int[] out) {
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
        int fromX = tile % rays.tileColumns() * CameraRays.TILE;
        int fromY = tile / rays.tileColumns() * CameraRays.TILE;
        int toX = Math.min(rays.width(), fromX + CameraRays.TILE);
        int toY = Math.min(rays.height(), fromY + CameraRays.TILE);
        int count = 0;
        for (int y = fromY; y < toY; y++) {
            for (int i = y * rays.width() + fromX; i < y * rays.width() + toX; i++) {
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

    private void insert(int solid) {
        float leastRight = bounds[ROW * solid];
        float mostRight = bounds[ROW * solid + 1];
        float leastDown = bounds[ROW * solid + 2];
        float mostDown = bounds[ROW * solid + 3];
        float[] tile = rays.tileBounds();
        int columns = rays.tileColumns();
        for (int row = 0; row < rays.tileRows(); row++) {
            if (rowBounds[2 * row] > mostDown || rowBounds[2 * row + 1] < leastDown) {
                continue;
            }
            for (int column = 0; column < columns; column++) {
                if (columnBounds[2 * column] > mostRight
                        || columnBounds[2 * column + 1] < leastRight) {
                    continue;
                }
                int t = row * columns + column;
                if (tile[4 * t] <= mostRight
                        && tile[4 * t + 1] >= leastRight
                        && tile[4 * t + 2] <= mostDown
                        && tile[4 * t + 3] >= leastDown
                        && strip(solid, t)) {
                    push(t, solid);
                }
            }
        }
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

    private void push(int tile, int solid) {
        int size = sizes[tile];
        if (size == lists[tile].length) {
            lists[tile] = Arrays.copyOf(lists[tile], 2 * size);
        }
        lists[tile][size] = solid;
        sizes[tile] = size + 1;
    }

    int[] list(int tile) {
        return lists[tile];
    }

    int size(int tile) {
        return sizes[tile];
    }

    /** No point of the solid is nearer to the camera than this, metres. */
    float near(int solid) {
        return near[solid];
    }
}
