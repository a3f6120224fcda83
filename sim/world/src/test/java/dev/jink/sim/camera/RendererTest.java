package dev.jink.sim.camera;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.sim.scene.Box;
import dev.jink.sim.scene.Capsule;
import dev.jink.sim.scene.Ellipsoid;
import dev.jink.sim.scene.Forest;
import dev.jink.sim.scene.ForestSettings;
import dev.jink.sim.scene.Frustum;
import dev.jink.sim.scene.Light;
import dev.jink.sim.scene.Material;
import dev.jink.sim.scene.PlainLook;
import dev.jink.sim.scene.Primitive;
import dev.jink.sim.scene.Region;
import dev.jink.sim.scene.Scene;
import dev.jink.sim.scene.SceneKind;
import dev.jink.sim.scene.Scenes;
import dev.jink.sim.scene.Shape;
import dev.jink.sim.scene.Texture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

class RendererTest {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 120;
    private final CameraRays rays = CameraRays.pinhole(WIDTH, HEIGHT, 80, 80, 79.5, 59.5);
    private final Renderer renderer = new Renderer(rays);
    private final Shot shot = new Shot(WIDTH, HEIGHT);

    private static Scene sceneOf(Shape... shapes) {
        List<Primitive> things =
                List.of(shapes).stream()
                        .map(s -> new Primitive(s, Material.plain(0.5), true))
                        .toList();
        return new Scene(
                SceneKind.WALLS,
                things,
                Material.plain(0.3),
                null,
                0,
                Light.even(1),
                new Region(-5, 5, -5, 5, 0.5, 4));
    }

    /** Range and obstacle flag at the pixel whose ray is nearest to the picture's middle. */
    private float middle(Scene scene, Pose pose) {
        renderer.render(scene, pose, shot);
        return shot.rangeM()[60 * WIDTH + 80];
    }

    @Test
    void shouldSeeAWallAtItsDistanceAlongEveryRay() {
        Scene scene = sceneOf(Box.of(5.5, 0, 2, 0.5, 50, 50, 0));
        renderer.render(scene, Pose.of(0, 0, 1.5, 0, 0, 0), shot);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double right = (x - 79.5) / 80;
                double down = (y - 59.5) / 80;
                double along = Math.sqrt(1 + right * right + down * down);
                double toGround = down > 0 ? 1.5 / down : Double.POSITIVE_INFINITY;
                double want = along * Math.min(5, toGround);
                int i = y * WIDTH + x;
                assertEquals(want, shot.rangeM()[i], 1e-4 * want);
                assertEquals(toGround > 5 ? 1 : 0, shot.obstacle()[i]);
            }
        }
    }

    @Test
    void shouldSeeRoundThingsAtTheirNearSide() {
        Pose pose = Pose.of(0, 0, 1.5, 0, 0, 0);
        assertEquals(3.7, middle(sceneOf(Frustum.between(4, 0, 0, 4, 0, 5, 0.3, 0.3)), pose), 1e-2);
        assertEquals(
                3.75, middle(sceneOf(Capsule.between(4, -3, 1.5, 4, 3, 1.5, 0.25)), pose), 1e-2);
        assertEquals(3.5, middle(sceneOf(Ellipsoid.of(4, 0, 1.5, 0.5, 1, 2, 0)), pose), 1e-2);
        // Tapering from 0.4 at the foot to 0 at 3 m: 0.2 at eye height, seen at right angles.
        assertEquals(3.8, middle(sceneOf(Frustum.between(4, 0, 0, 4, 0, 3, 0.4, 0)), pose), 1e-2);
    }

    @Test
    void shouldFollowYawPitchAndRoll() {
        Scene left = sceneOf(Capsule.between(0, 5, 1.5, 0, 5.001, 1.5, 0.3));
        assertEquals(4.7, middle(left, Pose.of(0, 0, 1.5, Math.PI / 2, 0, 0)), 5e-3);
        Scene low = sceneOf(Capsule.between(4, 0, 1, 4.001, 0, 1, 0.3));
        double noseDown = Math.atan2(2, 4);
        assertEquals(Math.sqrt(20) - 0.3, middle(low, Pose.of(0, 0, 3, 0, noseDown, 0)), 5e-3);
        assertEquals(Math.sqrt(20) - 0.3, middle(low, Pose.of(0, 0, 3, 0, noseDown, 0.3)), 5e-3);
    }

    @Test
    void shouldSeeSkyAtInfinityAndGroundAsNoObstacle() {
        renderer.render(sceneOf(), Pose.of(0, 0, 2, 0, 0, 0), shot);
        assertEquals(Float.POSITIVE_INFINITY, shot.rangeM()[10]);
        assertEquals(0, shot.obstacle()[10]);
        int foot = (HEIGHT - 1) * WIDTH + 80;
        assertTrue(shot.rangeM()[foot] < 4);
        assertEquals(0, shot.obstacle()[foot]);
    }

    @Test
    void shouldRepeatAPictureBitForBit() {
        Scene scene = Forest.course(3, ForestSettings.demo());
        Pose pose = Pose.of(1, 0.5, 1.5, 0.1, 0.05, -0.1);
        renderer.render(scene, pose, shot);
        Renderer other = new Renderer(rays);
        Shot again = new Shot(WIDTH, HEIGHT);
        other.render(Scenes.generate(SceneKind.ROOM, 8), pose, again);
        other.render(Forest.course(3, ForestSettings.demo()), pose, again);
        assertArrayEquals(shot.luminance(), again.luminance());
        assertArrayEquals(shot.rangeM(), again.rangeM());
        Shot ranges = new Shot(WIDTH, HEIGHT);
        other.ranges(scene, pose, ranges);
        assertArrayEquals(shot.rangeM(), ranges.rangeM());
    }

    /**
     * Culling may only save work: with every solid tried for every pixel the ranges are the same.
     */
    @ParameterizedTest
    @EnumSource(SceneKind.class)
    void shouldMissNothingByCulling(SceneKind kind) {
        for (long seed = 50; seed < 56; seed++) {
            Scene scene = Scenes.generate(kind, seed);
            Geometry all = new Geometry();
            all.load(scene);
            Viewpoints views = new Viewpoints(scene, seed);
            for (int view = 0; view < 4; view++) {
                Pose pose = views.next();
                if (pose == null) {
                    continue;
                }
                renderer.render(scene, pose, shot);
                for (int i = (int) (seed % 7); i < WIDTH * HEIGHT; i += 13) {
                    float want = bruteForce(scene, all, pose, i);
                    assertEquals(
                            want,
                            shot.rangeM()[i],
                            want * 1e-4,
                            kind + " seed " + seed + " view " + view + " pixel " + i);
                }
            }
        }
    }

    private float bruteForce(Scene scene, Geometry all, Pose pose, int pixel) {
        double[] m = new double[9];
        pose.rotation(m);
        double r = rays.right(pixel);
        double d = rays.down(pixel);
        double n = 1 / Math.sqrt(1.0 + r * r + d * d);
        double dx = (m[0] - r * m[1] - d * m[2]) * n;
        double dy = (m[3] - r * m[4] - d * m[5]) * n;
        double dz = (m[6] - r * m[7] - d * m[8]) * n;
        double best = dz < 0 ? -pose.z() / dz : (scene.ceilingM() - pose.z()) / dz;
        Surface s = new Surface();
        for (int i = 0; i < all.count(); i++) {
            double t = Hits.at(all, i, pose.x(), pose.y(), pose.z(), dx, dy, dz);
            if (t > 0.02 && t < best) {
                s.of(all, i, pose.x() + t * dx, pose.y() + t * dy, pose.z() + t * dz);
                double facing = -(s.nx * dx + s.ny * dy + s.nz * dz);
                Material material = all.material(i);
                if (material.porosity() == 0 || !Texture.hole(material, s.u, s.v, (float) facing)) {
                    best = t;
                }
            }
        }
        return best > 250 ? Float.POSITIVE_INFINITY : (float) best;
    }

    /** The picture is one and the same, however fast it is made: to the last bit of each pixel. */
    @ParameterizedTest
    @EnumSource(SceneKind.class)
    void shouldEqualTheReferenceInEveryBit(SceneKind kind) {
        ReferenceRenderer reference = new ReferenceRenderer(rays);
        Shot want = new Shot(WIDTH, HEIGHT);
        for (long seed = 70; seed < 78; seed++) {
            Scene scene = Scenes.generate(kind, seed);
            Viewpoints views = new Viewpoints(scene, seed);
            for (int view = 0; view < 2; view++) {
                Pose pose = views.next();
                if (pose != null) {
                    renderer.render(scene, pose, shot);
                    reference.render(scene, pose, want);
                    assertSame(want, shot, kind + " seed " + seed + " view " + view);
                }
            }
        }
    }

    @Test
    void shouldEqualTheReferenceInOtherLooksThroughALens() {
        CameraRays lens = CameraRays.of(FlightCamera.small());
        Renderer fast = new Renderer(lens);
        ReferenceRenderer reference = new ReferenceRenderer(lens);
        Shot want = new Shot(WIDTH, HEIGHT);
        for (long seed = 1; seed <= 6; seed++) {
            Scene scene = Forest.course(seed, ForestSettings.demo());
            Pose pose = Pose.of(3 * seed, 0.2, 1.5, 0.2 - 0.1 * seed, 0.1, 0.05 * seed);
            for (Scene look : List.of(scene, PlainLook.of(scene, seed))) {
                fast.render(look, pose, shot);
                reference.render(look, pose, want);
                assertSame(want, shot, "seed " + seed);
                Shot ranges = new Shot(WIDTH, HEIGHT);
                fast.ranges(look, pose, ranges);
                assertArrayEquals(want.rangeM(), ranges.rangeM());
                assertArrayEquals(want.obstacle(), ranges.obstacle());
            }
        }
    }

    @Test
    void shouldGiveTheSameLightWithoutTheTruth() {
        Scene scene = Forest.course(5, ForestSettings.demo());
        Pose pose = Pose.of(6, 0.2, 1.5, 0.1, 0.1, 0.05);
        renderer.render(scene, pose, shot);
        Shot light = new Shot(WIDTH, HEIGHT);
        renderer.luminance(scene, pose, light);
        assertArrayEquals(shot.luminance(), light.luminance());
        assertArrayEquals(new Shot(WIDTH, HEIGHT).rangeM(), light.rangeM(), "left alone");
    }

    private static void assertSame(Shot want, Shot got, String which) {
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int pixel = i;
            assertEquals(
                    Float.floatToRawIntBits(want.rangeM()[i]),
                    Float.floatToRawIntBits(got.rangeM()[i]),
                    () -> which + " range at pixel " + pixel);
            assertEquals(
                    Float.floatToRawIntBits(want.luminance()[i]),
                    Float.floatToRawIntBits(got.luminance()[i]),
                    () -> which + " luminance at pixel " + pixel);
        }
        assertArrayEquals(want.obstacle(), got.obstacle(), which + " obstacles");
    }

    @Test
    void shouldAllocateNextToNothingPerPicture() {
        var threads =
                (com.sun.management.ThreadMXBean)
                        java.lang.management.ManagementFactory.getThreadMXBean();
        Scene scene = Forest.course(3, ForestSettings.demo());
        Pose pose = Pose.of(1, 0.5, 1.5, 0.1, 0.05, -0.1);
        for (int i = 0; i < 20; i++) {
            renderer.render(scene, pose, shot);
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 40; i++) {
            renderer.render(scene, pose, shot);
        }
        long perPicture = (threads.getCurrentThreadAllocatedBytes() - before) / 40;
        assertTrue(perPicture < 2048, perPicture + " bytes a picture");
    }

    @Test
    void shouldRefuseAShotOfAnotherSize() {
        IllegalArgumentException refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                renderer.render(
                                        sceneOf(), Pose.of(0, 0, 1, 0, 0, 0), new Shot(80, 60)));
        assertEquals("shot is 80x60, wanted the camera's 160x120", refused.getMessage());
    }
}
