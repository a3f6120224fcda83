package dev.jink.training;

import dev.jink.sim.camera.CameraRays;
import dev.jink.sim.camera.GridTruth;
import dev.jink.sim.camera.Pose;
import dev.jink.sim.camera.Renderer;
import dev.jink.sim.camera.Shot;
import dev.jink.sim.camera.Viewpoints;
import dev.jink.sim.scene.Scene;
import dev.jink.sim.scene.SceneKind;
import dev.jink.sim.scene.Scenes;

import java.lang.foreign.MemorySegment;
import java.util.SplittableRandom;

/**
 * Frames of the simulated world: one scene, one viewpoint each, drawn from the frame's number.
 *
 * <p>A scene is rendered at twice the virtual camera's resolution and averaged in linear light, as
 * the node averages a larger camera picture. A cell counts as obstructed from four of those pixels
 * on, one of the network's. Safe for many threads.
 */
final class SceneFrames implements FramePool.Source {
    private static final int TRIES = 20;

    private static final int FINE = 2;
    private static final int LEAST_PIXELS = FINE * FINE;
    private static final int WIDTH = FINE * VirtualPicture.WIDTH;
    private static final int HEIGHT = FINE * VirtualPicture.HEIGHT;
    private static final double FOCAL = FINE * 80.0;

    private final long seed;
    private final boolean validation;
    private final Dressing dressing;
    private final CameraRays rays =
            CameraRays.pinhole(WIDTH, HEIGHT, FOCAL, FOCAL, (WIDTH - 1) / 2.0, (HEIGHT - 1) / 2.0);
    private final ThreadLocal<Studio> studios = ThreadLocal.withInitial(() -> new Studio(rays));

    /**
     * @param validation whether the frames judge or train: scene seeds of the one are odd, those of
     *     the other even, so no scene is ever in both
     * @param dressing of the scenes
     */
    SceneFrames(long seed, boolean validation, Dressing dressing) {
        this.seed = seed;
        this.validation = validation;
        this.dressing = dressing;
    }

    @Override
    public void render(int index, MemorySegment frame) {
        SplittableRandom random = Seeds.random(seed, validation ? 1 : 0, index);
        SceneKind kind = Mixture.draw(random);
        for (int i = 0; i < TRIES; i++) {
            long sceneSeed = random.nextLong() & ~1L | (validation ? 1 : 0);
            Scene scene = Scenes.generate(kind, sceneSeed);
            Pose pose = new Viewpoints(scene, random.nextLong()).next();
            if (pose != null) {
                scene = dressing.dress(scene, pose, sceneSeed, random);
                FrameLayout.identify(frame, sceneSeed, kind.ordinal());
                studios.get().shoot(scene, pose, frame);
                return;
            }
        }
        throw new IllegalStateException(
                "frame %d: got no free place in %d scenes of kind %s, wanted one; change the scenes"
                        .formatted(index, TRIES, kind));
    }

    /** A thread's renderer and its buffers. */
    private static final class Studio {
        private final Renderer renderer;
        private final Shot shot = new Shot(WIDTH, HEIGHT);
        private final float[] rangeM = new float[VirtualPicture.CELLS];

        Studio(CameraRays rays) {
            renderer = new Renderer(rays);
        }

        void shoot(Scene scene, Pose pose, MemorySegment frame) {
            renderer.render(scene, pose, shot);
            float[] fine = shot.luminance();
            for (int i = 0; i < VirtualPicture.PIXELS; i++) {
                int at =
                        FINE * (i / VirtualPicture.WIDTH) * WIDTH
                                + FINE * (i % VirtualPicture.WIDTH);
                float sum = fine[at] + fine[at + 1] + fine[at + WIDTH] + fine[at + WIDTH + 1];
                FrameLayout.light(frame, i, sum * 0.25f);
            }
            GridTruth.nearest(shot, FINE * VirtualPicture.CELL_PIXELS, LEAST_PIXELS, rangeM);
            for (int cell = 0; cell < rangeM.length; cell++) {
                FrameLayout.rangeM(frame, cell, rangeM[cell]);
            }
            GridTruth.nearestSurface(shot, FINE * VirtualPicture.CELL_PIXELS, LEAST_PIXELS, rangeM);
            for (int cell = 0; cell < rangeM.length; cell++) {
                FrameLayout.surfaceM(frame, cell, rangeM[cell]);
            }
        }
    }
}
