package dev.jink.sim.camera;

import dev.jink.sim.scene.TextureBatch;

/**
 * Finds what each pixel's ray meets first: solid by solid, the nearest first, each on all rays at
 * once that may meet it before what they have met so far.
 *
 * <p>Holds buffers: one thread.
 */
final class Caster {
    /** Beyond this the world is sky. */
    static final float FAR_M = 250;

    /** What is nearer than this is not beyond. */
    private static final double HORIZON_M = Math.nextUp((double) FAR_M);

    /** Solids nearer than this are inside the lens. */
    static final float NEAR_M = 0.02f;

    private final CameraRays rays;
    private final Geometry geometry;
    private final ScreenBounds bounds;
    private final HitsBatch hits;
    private final SurfaceBatch surface;
    private final TextureBatch textures;
    private final double[] rotation = new double[9];
    // Of one solid: pixels that may show it, and metres to where their rays enter it.
    private final int[] candidates;
    private final double[] entryM;
    private final double[] x;
    private final double[] y;
    private final double[] z;
    private final float[] facing;
    private final int[] closed;
    private double camX;
    private double camY;
    private double camZ;

    Caster(CameraRays rays, Geometry geometry) {
        this.rays = rays;
        this.geometry = geometry;
        bounds = new ScreenBounds(rays);
        int most = rays.width() * rays.height();
        hits = new HitsBatch(most);
        surface = new SurfaceBatch(most);
        textures = new TextureBatch(most);
        candidates = new int[most];
        entryM = new double[most];
        x = new double[most];
        y = new double[most];
        z = new double[most];
        facing = new float[most];
        closed = new int[most];
    }

    /** Fills out with what a camera at this pose sees. */
    void cast(double ceilingM, Pose pose, Sightlines out) {
        camX = pose.x();
        camY = pose.y();
        camZ = pose.z();
        pose.rotation(rotation);
        bounds.fill(geometry, pose, rotation);
        rays.directions(rotation, out.dx, out.dy, out.dz);
        level(ceilingM, out);
        for (int k = 0; k < bounds.visible(); k++) {
            cast(bounds.solid(k), out);
        }
    }

    /** Ground and ceiling, which are everywhere, and sky beyond. */
    private void level(double ceilingM, Sightlines out) {
        double below = -camZ;
        double above = ceilingM - camZ;
        for (int i = 0; i < out.solid.length; i++) {
            double dz = out.dz[i];
            double rangeM =
                    dz < -1e-6 ? below / dz : dz > 1e-6 ? above / dz : Double.POSITIVE_INFINITY;
            boolean ends = rangeM < HORIZON_M;
            out.rangeM[i] = ends ? rangeM : HORIZON_M;
            out.solid[i] = !ends ? Sightlines.SKY : dz < 0 ? Sightlines.GROUND : Sightlines.CEILING;
        }
    }

    private void cast(int solid, Sightlines out) {
        int count = bounds.candidates(solid, out.rangeM, candidates);
        hits.at(geometry, solid, camX, camY, camZ, out, candidates, count, entryM);
        count = nearer(count, out.rangeM);
        if (geometry.porous(solid)) {
            count = closed(solid, count, out);
        }
        for (int c = 0; c < count; c++) {
            out.rangeM[candidates[c]] = entryM[c];
            out.solid[candidates[c]] = solid;
        }
    }

    /** Keeps those candidates that enter the solid before anything else they have met. */
    private int nearer(int count, double[] rangeM) {
        int kept = 0;
        for (int c = 0; c < count; c++) {
            int pixel = candidates[c];
            double t = entryM[c];
            candidates[kept] = pixel;
            entryM[kept] = t;
            kept += t < rangeM[pixel] & t > NEAR_M ? 1 : 0;
        }
        return kept;
    }

    /** Keeps those candidates that don't pass a hole of the porous solid, and its surface there. */
    private int closed(int solid, int count, Sightlines out) {
        for (int c = 0; c < count; c++) {
            int pixel = candidates[c];
            double t = entryM[c];
            x[c] = camX + t * out.dx[pixel];
            y[c] = camY + t * out.dy[pixel];
            z[c] = camZ + t * out.dz[pixel];
        }
        surface.of(geometry, solid, x, y, z, 0, count);
        for (int c = 0; c < count; c++) {
            int pixel = candidates[c];
            facing[c] =
                    (float)
                            -(surface.nx[c] * out.dx[pixel]
                                    + surface.ny[c] * out.dy[pixel]
                                    + surface.nz[c] * out.dz[pixel]);
        }
        int kept =
                textures.closed(
                        geometry.material(solid), surface.u, surface.v, facing, count, closed);
        for (int k = 0; k < kept; k++) {
            int c = closed[k];
            int pixel = candidates[c];
            out.nx[pixel] = surface.nx[c];
            out.ny[pixel] = surface.ny[c];
            out.nz[pixel] = surface.nz[c];
            out.u[pixel] = surface.u[c];
            out.v[pixel] = surface.v[c];
            candidates[k] = pixel;
            entryM[k] = entryM[c];
        }
        return kept;
    }
}
