package dev.jink.sim.camera;

import dev.jink.sim.scene.Scene;

/**
 * Pictures of scenes by ray casting: first what every pixel's ray meets, then the light of all
 * pixels, material by material. The package's page tells how that is made fast.
 *
 * <p>One renderer per thread and camera; any number of scenes. Once it knows a scene it allocates
 * next to nothing per picture (what the JDK's sort does). The picture depends on scene, pose and
 * camera only, and equals {@link ReferenceRenderer}'s to the last bit.
 */
public final class Renderer {
    private final CameraRays rays;
    private final Geometry geometry = new Geometry();
    private final Caster caster;
    private final Sightlines seen;
    private final Shading lighting = new Shading(geometry);
    private final DeferredShading shading;
    private Scene scene;
    // Whether the lighting knows the scene too, which ranges alone don't need.
    private boolean lightingLoaded;

    public Renderer(CameraRays rays) {
        this.rays = rays;
        caster = new Caster(rays, geometry);
        seen = new Sightlines(rays.width() * rays.height());
        shading = new DeferredShading(rays, geometry, lighting);
    }

    /**
     * Fills the shot with what a camera at this pose sees.
     *
     * @param pose of the camera; it looks along its body +x
     * @throws IllegalArgumentException when the shot's size is not the camera's
     */
    public void render(Scene scene, Pose pose, Shot out) {
        cast(scene, pose, out);
        tell(out);
        shade(scene, pose, out);
    }

    /** As {@link #render}, but leaves the luminance alone: for truth without a picture, faster. */
    public void ranges(Scene scene, Pose pose, Shot out) {
        cast(scene, pose, out);
        tell(out);
    }

    /** As {@link #render}, but leaves ranges and obstacles alone: for a picture without the truth. */
    public void luminance(Scene scene, Pose pose, Shot out) {
        cast(scene, pose, out);
        shade(scene, pose, out);
    }

    private void cast(Scene scene, Pose pose, Shot out) {
        rays.check(out);
        if (scene != this.scene) {
            this.scene = scene;
            geometry.load(scene);
            lightingLoaded = false;
        }
        caster.cast(scene.ceilingM(), pose, seen);
    }

    private void shade(Scene scene, Pose pose, Shot out) {
        if (!lightingLoaded) {
            lighting.load(scene);
            lightingLoaded = true;
        }
        shading.shade(scene, pose, seen, out.luminance());
    }

    private void tell(Shot out) {
        for (int i = 0; i < seen.solid.length; i++) {
            int solid = seen.solid[i];
            out.rangeM()[i] =
                    solid == Sightlines.SKY ? Float.POSITIVE_INFINITY : (float) seen.rangeM[i];
            out.obstacle()[i] = (byte) (solid >= 0 && geometry.obstacle(solid) ? 1 : 0);
        }
    }
}
