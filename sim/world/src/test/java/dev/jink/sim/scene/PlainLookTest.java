package dev.jink.sim.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class PlainLookTest {
    @Test
    void shouldCloseAllLeavesAndKeepShapes() {
        int closed = 0;
        for (SceneKind kind : SceneKind.values()) {
            Scene scene = Scenes.generate(kind, 12);
            Scene plain = PlainLook.of(scene, 5);
            assertEquals(scene.primitives().size(), plain.primitives().size());
            for (int i = 0; i < scene.primitives().size(); i++) {
                Primitive before = scene.primitives().get(i);
                Primitive after = plain.primitives().get(i);
                assertEquals(before.shape(), after.shape());
                assertEquals(before.obstacle(), after.obstacle());
                assertEquals(0, after.material().porosity());
                if (before.material().porosity() > 0) {
                    closed++;
                } else {
                    assertEquals(before.material(), after.material());
                }
            }
            assertEquals(plain.primitives(), PlainLook.of(scene, 5).primitives());
        }
        assertTrue(closed > 100, closed + " leaves closed");
    }

    @Test
    void shouldTakeShadowsAndCloudsAndKeepTheSun() {
        Light plain = PlainLook.of(Scenes.generate(SceneKind.FOREST, 3), 1).light();
        Light light = Scenes.generate(SceneKind.FOREST, 3).light();
        assertTrue(light.shadows());
        assertFalse(plain.shadows());
        assertEquals(light.sun(), plain.sun());
        assertEquals(0, plain.cloud());
        assertEquals(plain.skyHorizon(), plain.skyZenith());
    }

    @Test
    void shouldMakeTheSkyDarkerThanTheGroundNowAndThenAndOftenMuchBrighter() {
        int darker = 0;
        int glaring = 0;
        for (long seed = 0; seed < 200; seed++) {
            Scene plain = PlainLook.of(Scenes.generate(SceneKind.FOREST, seed), seed);
            Light light = plain.light();
            double ground = plain.ground().base() * (light.ambient() + light.sun() * light.sunZ());
            darker += light.skyHorizon() < ground ? 1 : 0;
            glaring += light.skyHorizon() > 4 * ground ? 1 : 0;
        }
        assertTrue(darker > 15 && darker < 60, darker + " of 200 darker");
        assertTrue(glaring > 50 && glaring < 120, glaring + " of 200 glaring");
    }

    @Test
    void shouldLeaveTheLightOfARoomAlone() {
        Scene room = Scenes.generate(SceneKind.ROOM, 4);
        assertEquals(room.light().skyHorizon(), PlainLook.of(room, 9).light().skyHorizon());
    }
}
