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
}
