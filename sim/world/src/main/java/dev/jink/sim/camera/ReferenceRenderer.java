package dev.jink.sim.camera;

import dev.jink.sim.scene.Material;
import dev.jink.sim.scene.Scene;
import dev.jink.sim.scene.Texture;

/**
 * One ray after another, each cast and shaded before the next: the specification of {@link
 * Renderer}, which must give the same picture to the last bit, and its yardstick. One thread.
 */
final class ReferenceRenderer {
    private final CameraRays rays;
    private final ScreenBounds bounds;
    private final Geometry geometry = new Geometry();
    private final Shading shading = new Shading(geometry);
    private final Surface surface = new Surface();
    private final double[] rotation = new double[9];
    private Scene scene;
    private double camX;
    private double camY;
    private double camZ;

    ReferenceRenderer(CameraRays rays) {
        this.rays = rays;
        bounds = new ScreenBounds(rays);
    }

    /**
     * Fills the shot with what a camera at this pose sees.
     *
     * @param pose of the camera; it looks along its body +x
     * @throws IllegalArgumentException when the shot's size is not the camera's
     */
    public void render(Scene scene, Pose pose, Shot out) {
        fill(scene, pose, out, true);
    }

    /** As {@link #render}, but leaves the luminance alone: for truth without a picture, faster. */
    public void ranges(Scene scene, Pose pose, Shot out) {
        fill(scene, pose, out, false);
    }

    private void fill(Scene scene, Pose pose, Shot out, boolean lit) {
        rays.check(out);
        if (scene != this.scene) {
            this.scene = scene;
            geometry.load(scene);
            shading.load(scene);
        }
        camX = pose.x();
        camY = pose.y();
        camZ = pose.z();
        pose.rotation(rotation);
        bounds.fill(geometry, pose, rotation);
        for (int pixel = 0; pixel < rays.width() * rays.height(); pixel++) {
            cast(pixel, out, lit);
        }
    }

    private void cast(int pixel, Shot out, boolean lit) {
        float right = rays.right(pixel);
        float down = rays.down(pixel);
        double norm = 1 / Math.sqrt(1 + (double) right * right + (double) down * down);
        double dx = (rotation[0] - right * rotation[1] - down * rotation[2]) * norm;
        double dy = (rotation[3] - right * rotation[4] - down * rotation[5]) * norm;
        double dz = (rotation[6] - right * rotation[7] - down * rotation[8]) * norm;

        double best = Double.POSITIVE_INFINITY;
        if (dz < -1e-6) {
            best = -camZ / dz;
        } else if (dz > 1e-6) {
            best = (scene.ceilingM() - camZ) / dz;
        }
        int hit = -1;
        for (int k = 0; k < bounds.visible(); k++) {
            int solid = bounds.solid(k);
            if (bounds.near(solid) > best) {
                break;
            }
            if (!bounds.meets(solid, right, down)) {
                continue;
            }
            double t = Hits.at(geometry, solid, camX, camY, camZ, dx, dy, dz);
            if (t < best && t > Caster.NEAR_M && !through(solid, t, dx, dy, dz)) {
                best = t;
                hit = solid;
            }
        }
        if (best > Caster.FAR_M) {
            out.rangeM()[pixel] = Float.POSITIVE_INFINITY;
            out.obstacle()[pixel] = 0;
            if (lit) {
                out.luminance()[pixel] =
                        Sky.luminance(scene.light(), (float) dx, (float) dy, (float) dz);
            }
            return;
        }
        out.rangeM()[pixel] = (float) best;
        out.obstacle()[pixel] = (byte) (hit >= 0 && geometry.obstacle(hit) ? 1 : 0);
        if (lit) {
            out.luminance()[pixel] = shade(hit, best, dx, dy, dz);
        }
    }

    /** Whether the ray passes a hole of a porous surface. */
    private boolean through(int solid, double t, double dx, double dy, double dz) {
        if (!geometry.porous(solid)) {
            return false;
        }
        Material m = geometry.material(solid);
        surface.of(geometry, solid, camX + t * dx, camY + t * dy, camZ + t * dz);
        double facing = -(surface.nx * dx + surface.ny * dy + surface.nz * dz);
        return Texture.hole(m, surface.u, surface.v, (float) facing);
    }

    private float shade(int hit, double range, double dx, double dy, double dz) {
        double x = camX + range * dx;
        double y = camY + range * dy;
        double z = camZ + range * dz;
        float footprint = (float) range * rays.pixelRad();
        Material m;
        if (hit >= 0) {
            m = geometry.material(hit);
            surface.of(geometry, hit, x, y, z);
            double facing = -(surface.nx * dx + surface.ny * dy + surface.nz * dz);
            footprint /= (float) Math.max(0.2, facing);
        } else {
            m = dz < 0 ? scene.ground() : scene.ceiling();
            surface.nx = 0;
            surface.ny = 0;
            surface.nz = dz < 0 ? 1 : -1;
            surface.u = (float) x;
            surface.v = (float) y;
            footprint /= (float) Math.max(0.1, Math.abs(dz));
        }
        return shading.luminance(
                m,
                surface,
                hit,
                x,
                y,
                z,
                (float) dx,
                (float) dy,
                (float) dz,
                (float) range,
                footprint);
    }
}
