package dev.jink.sim.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.sim.scene.Scene;
import dev.jink.sim.scene.SceneKind;
import dev.jink.sim.scene.Scenes;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ViewpointsTest {
    @ParameterizedTest
    @EnumSource(SceneKind.class)
    void shouldStandFreeLookAboutAndOftenBeNearOrLow(SceneKind kind) {
        Renderer renderer = new Renderer(CameraRays.pinhole(80, 60, 40, 40, 39.5, 29.5));
        Shot shot = new Shot(80, 60);
        int views = 0;
        int near = 0;
        int low = 0;
        int steep = 0;
        for (long seed = 200; seed < 230; seed++) {
            Scene scene = Scenes.generate(kind, seed);
            Viewpoints viewpoints = new Viewpoints(scene, seed);
            assertEquals(viewpoints.next(), new Viewpoints(scene, seed).next());
            for (int i = 0; i < 4; i++) {
                Pose pose = viewpoints.next();
                if (pose == null) {
                    continue;
                }
                views++;
                String where = kind + " seed " + seed + " " + pose;
                assertTrue(scene.distance(pose.x(), pose.y(), pose.z()) > 0.149, where);
                assertTrue(pose.z() > 0.1 && pose.z() <= 4.001, where);
                assertTrue(pose.pitchRad() >= Math.toRadians(-30.001), where);
                assertTrue(pose.pitchRad() <= Math.toRadians(60.001), where);
                low += pose.z() < 0.5 ? 1 : 0;
                steep += pose.pitchRad() > Math.toRadians(35.001) ? 1 : 0;
                assertTrue(Math.abs(pose.rollRad()) <= Math.toRadians(25.001), where);
                renderer.ranges(scene, pose, shot);
                boolean close = false;
                for (int k = 0; k < shot.rangeM().length; k++) {
                    close |= shot.obstacle()[k] != 0 && shot.rangeM()[k] < 3;
                }
                near += close ? 1 : 0;
            }
        }
        assertTrue(views > 100, kind + ": free views " + views + " of 120");
        assertTrue(low > views * 0.05, kind + ": low " + low + " of " + views);
        assertTrue(steep < views * 0.15, kind + ": steep " + steep + " of " + views);
        assertTrue(near > views * 0.35, kind + ": near " + near + " of " + views);
    }
}
