package dev.jink.sim.camera;

/**
 * Where a solid lies in the picture: conservative bounds in ray coordinates (right/forward,
 * down/forward) and its least distance. Reused for every solid of every frame.
 */
final class Extent {
    private static final double LEAST_FORWARD_M = 0.02;

    double leastRight;
    double mostRight;
    double leastDown;
    double mostDown;
    double nearM;

    // A stem or rod also lies in a strip: |right stripX + down stripY + stripZ| <= stripHalf.
    double stripX;
    double stripY;
    double stripZ;
    double stripHalf;

    private final Silhouette silhouette = new Silhouette();
    private final float[] columnEdges;
    private final float[] rowEdges;

    // Camera: position and the rows right, down, forward in world directions.
    private final double[] axes = new double[9];
    private double camX;
    private double camY;
    private double camZ;

    /** Edges: the picture's column and row boundaries in ray coordinates, rising. */
    Extent(float[] columnEdges, float[] rowEdges) {
        this.columnEdges = columnEdges;
        this.rowEdges = rowEdges;
    }

    void look(Pose pose, double[] rotation) {
        camX = pose.x();
        camY = pose.y();
        camZ = pose.z();
        for (int k = 0; k < 3; k++) {
            axes[k] = -rotation[3 * k + 1];
            axes[3 + k] = -rotation[3 * k + 2];
            axes[6 + k] = rotation[3 * k];
        }
    }

    /** Fills this for solid i; false when it can't be in the picture. */
    boolean of(Geometry g, int i) {
        stripX = 0;
        stripY = 0;
        stripZ = 0;
        stripHalf = 1;
        double[] p = g.rows();
        int r = i * Geometry.ROW;
        double x = p[r] - camX;
        double y = p[r + 1] - camY;
        double z = p[r + 2] - camZ;
        boolean block = g.kind(i) == Geometry.BOX;
        if (block || g.kind(i) == Geometry.ELLIPSOID) {
            nearM = block ? boxDistance(p, r, x, y, z) : ballDistance(p, r, x, y, z);
            silhouette.block(axes, p, r, x, y, z, block);
        } else {
            double s = Math.clamp(-(x * p[r + 3] + y * p[r + 4] + z * p[r + 5]), 0, p[r + 6]);
            double dx = x + s * p[r + 3];
            double dy = y + s * p[r + 4];
            double dz = z + s * p[r + 5];
            double thick = g.thickness(i);
            nearM = Math.max(0, Math.sqrt(dx * dx + dy * dy + dz * dz) - thick);
            silhouette.rod(axes, p, r, x, y, z, thick);
            strip(x, y, z, p[r + 3], p[r + 4], p[r + 5], thick);
        }
        if (silhouette.mostForward() < LEAST_FORWARD_M) {
            return false;
        }
        return silhouette.leastForward() > LEAST_FORWARD_M ? project() : scan();
    }

    private static double boxDistance(double[] p, int r, double x, double y, double z) {
        double cos = p[r + 6];
        double sin = p[r + 7];
        double lx = Math.max(0, Math.abs(cos * x + sin * y) - p[r + 3]);
        double ly = Math.max(0, Math.abs(cos * y - sin * x) - p[r + 4]);
        double lz = Math.max(0, Math.abs(z) - p[r + 5]);
        return Math.sqrt(lx * lx + ly * ly + lz * lz);
    }

    private static double ballDistance(double[] p, int r, double x, double y, double z) {
        double reach = Math.max(p[r + 3], Math.max(p[r + 4], p[r + 5]));
        return Math.max(0, Math.sqrt(x * x + y * y + z * z) - reach);
    }

    /** All of the solid is in front of the camera. */
    private boolean project() {
        silhouette.project(0);
        leastRight = silhouette.least();
        mostRight = silhouette.most();
        silhouette.project(1);
        leastDown = silhouette.least();
        mostDown = silhouette.most();
        return leastRight <= columnEdges[columnEdges.length - 1]
                && mostRight >= columnEdges[0]
                && leastDown <= rowEdges[rowEdges.length - 1]
                && mostDown >= rowEdges[0];
    }

    /** The solid reaches behind the camera, where projections wrap: try edge after edge. */
    private boolean scan() {
        int low = silhouette.edgesBefore(columnEdges, 0);
        int high = silhouette.edgesBeyond(columnEdges, 0);
        int last = columnEdges.length - 1;
        if (low > last || high < 0) {
            return false;
        }
        leastRight = low == 0 ? -1e9 : columnEdges[low - 1];
        mostRight = high == last ? 1e9 : columnEdges[high + 1];
        low = silhouette.edgesBefore(rowEdges, 1);
        high = silhouette.edgesBeyond(rowEdges, 1);
        last = rowEdges.length - 1;
        if (low > last || high < 0) {
            return false;
        }
        leastDown = low == 0 ? -1e9 : rowEdges[low - 1];
        mostDown = high == last ? 1e9 : rowEdges[high + 1];
        return true;
    }

    /**
     * The plane through pinhole and axis has the normal n = p x u. A point f (right, down, 1) of
     * the surface is no further than the thickness from it, so |(right, down, 1) n| <= thickness /
     * f. A part behind the camera has no bound; a part in front but nearer than nearM does not
     * exist, and a ray's f is at least its range over |(right, down, 1)|, which is below 4 for any
     * lens here.
     */
    private void strip(
            double x, double y, double z, double ux, double uy, double uz, double thick) {
        double nx = y * uz - z * uy;
        double ny = z * ux - x * uz;
        double nz = x * uy - y * ux;
        double norm = Math.sqrt(nx * nx + ny * ny + nz * nz);
        if (norm > 1e-3 && nearM > 0.05) {
            stripX = (axes[0] * nx + axes[1] * ny + axes[2] * nz) / norm;
            stripY = (axes[3] * nx + axes[4] * ny + axes[5] * nz) / norm;
            stripZ = (axes[6] * nx + axes[7] * ny + axes[8] * nz) / norm;
            stripHalf = thick / Math.max(nearM / 4, silhouette.leastForward());
        }
    }
}
