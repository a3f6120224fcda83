package dev.jink.sim.camera;

import dev.jink.sim.scene.Material;
import dev.jink.sim.scene.Texture;

/**
 * Finds what each pixel's ray meets first. Solids are sorted into the picture's 8x8 tiles, nearest
 * first; in a tile, each solid of its list is tried on all rays that may meet it at once.
 *
 * <p>Holds buffers: one thread.
 */
final class Caster {
    /** Beyond this the world is sky. */
    static final float FAR_M = 250;

    /** Solids nearer than this are inside the lens. */
    static final float NEAR_M = 0.02f;

    private static final int TILE_RAYS = CameraRays.TILE * CameraRays.TILE;

    private final CameraRays rays;
    private final Geometry geometry;
    private final TileLists tiles;
    private final Surface surface = new Surface();
    private final double[] rotation = new double[9];
    private final int[] candidates = new int[TILE_RAYS];
    private final double[] entryM = new double[TILE_RAYS];
    private double camX;
    private double camY;
    private double camZ;

    Caster(CameraRays rays, Geometry geometry) {
        this.rays = rays;
        this.geometry = geometry;
        tiles = new TileLists(rays);
    }

    /** Fills out with what a camera at this pose sees. */
    void cast(double ceilingM, Pose pose, Sightlines out) {
        camX = pose.x();
        camY = pose.y();
        camZ = pose.z();
        pose.rotation(rotation);
        tiles.fill(geometry, pose, rotation);
        rays.directions(rotation, out.dx, out.dy, out.dz);
        level(ceilingM, out);
        for (int tile = 0; tile < rays.tileColumns() * rays.tileRows(); tile++) {
            cast(tile, out);
        }
        for (int i = 0; i < out.solid.length; i++) {
            if (out.rangeM[i] > FAR_M) {
                out.solid[i] = Sightlines.SKY;
            }
        }
    }

    /** Ground and ceiling, which are everywhere. */
    private void level(double ceilingM, Sightlines out) {
        double below = -camZ;
        double above = ceilingM - camZ;
        for (int i = 0; i < out.solid.length; i++) {
            double dz = out.dz[i];
            out.rangeM[i] =
                    dz < -1e-6 ? below / dz : dz > 1e-6 ? above / dz : Double.POSITIVE_INFINITY;
            out.solid[i] = dz < 0 ? Sightlines.GROUND : Sightlines.CEILING;
        }
    }

    private void cast(int tile, Sightlines out) {
        int[] list = tiles.list(tile);
        int size = tiles.size(tile);
        for (int k = 0; k < size; k++) {
            int solid = list[k];
            int count = tiles.candidates(solid, tile, out.rangeM, candidates);
            if (count == 0) {
                continue;
            }
            Hits.at(geometry, solid, camX, camY, camZ, out, candidates, count, entryM);
            boolean porous = geometry.porous(solid);
            for (int c = 0; c < count; c++) {
                int pixel = candidates[c];
                double t = entryM[c];
                if (t < out.rangeM[pixel]
                        && t > NEAR_M
                        && !(porous && through(solid, t, pixel, out))) {
                    out.rangeM[pixel] = t;
                    out.solid[pixel] = solid;
                }
            }
        }
    }

    /** Whether the ray passes a hole of a porous surface. */
    private boolean through(int solid, double t, int pixel, Sightlines out) {
        double dx = out.dx[pixel];
        double dy = out.dy[pixel];
        double dz = out.dz[pixel];
        Material m = geometry.material(solid);
        surface.of(geometry, solid, camX + t * dx, camY + t * dy, camZ + t * dz);
        double facing = -(surface.nx * dx + surface.ny * dy + surface.nz * dz);
        return Texture.hole(m, surface.u, surface.v, (float) facing);
    }
}
