package dev.jink.sim.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

class SceneTest {
    @ParameterizedTest
    @EnumSource(SceneKind.class)
    void shouldBuildTheSameSceneFromTheSameSeedOnly(SceneKind kind) {
        for (long seed = 1; seed < 30; seed++) {
            Scene scene = Scenes.generate(kind, seed);
            Scene again = Scenes.generate(kind, seed);
            assertEquals(kind, scene.kind());
            assertEquals(scene.primitives(), again.primitives(), "seed " + seed);
            assertEquals(scene.light(), again.light());
            assertEquals(scene.ground(), again.ground());
            assertNotEquals(scene.light(), Scenes.generate(kind, seed + 1).light());
        }
    }

    @Test
    void shouldDrawUnrelatedNumbersFromNeighbouringSeeds() {
        // A generator that steps by a constant would give seed n + 1 the draws of n, shifted by
        // one.
        for (long seed = 0; seed < 200; seed++) {
            Dice one = new Dice(seed);
            Dice two = new Dice(seed + 1);
            double first = two.uniform(0, 1);
            for (int i = 0; i < 8; i++) {
                assertNotEquals(first, one.uniform(0, 1), "seed " + seed);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(SceneKind.class)
    void shouldHaveFiniteThingsOfAllKindsInEveryScene(SceneKind kind) {
        int obstacles = 0;
        for (long seed = 1; seed < 60; seed++) {
            Scene scene = Scenes.generate(kind, seed);
            for (Primitive thing : scene.primitives()) {
                Shape s = thing.shape();
                double sum = s.centreX() + s.centreY() + s.centreZ() + s.boundM();
                assertTrue(Double.isFinite(sum), kind + " seed " + seed + " " + s);
                assertTrue(s.boundM() > 0 && s.boundM() < 120, kind + " seed " + seed + " " + s);
                assertTrue(thing.material().base() > 0 && thing.material().base() <= 1.01);
                obstacles += thing.obstacle() ? 1 : 0;
            }
            assertEquals(kind == SceneKind.ROOM || kind == SceneKind.CORRIDOR, scene.indoors());
        }
        assertTrue(obstacles > 59 * 4, kind + " has " + obstacles);
    }

    @Test
    void shouldGiveTheDistanceOfTheNearestObstacleOnly() {
        Material m = Material.plain(0.5);
        Scene scene =
                new Scene(
                        SceneKind.WALLS,
                        List.of(
                                new Primitive(Box.of(5, 0, 1, 1, 1, 1, 0), m, true),
                                new Primitive(Capsule.between(0, 9, 0, 0, 9, 2, 1), m, true),
                                new Primitive(Box.of(1, 0, 1, 0.1, 0.1, 0.1, 0), m, false)),
                        m,
                        null,
                        0,
                        Light.even(1),
                        new Region(0, 1, 0, 1, 0, 1));
        assertEquals(4, scene.distance(0, 0, 1), 1e-12);
        assertEquals(2, scene.distance(0, 6, 1), 1e-12);
        assertEquals(-1, scene.distance(5, 0, 1), 1e-12);
        assertEquals(Double.POSITIVE_INFINITY, scene.ceilingM());
    }

    @Test
    void shouldDrawAlbedosAndNoiseWithinBounds() {
        Paints paints = new Paints(new Dice(3));
        for (Pattern pattern : Pattern.values()) {
            for (int i = 0; i < 300; i++) {
                Material m = paints.of(pattern, 0.05, 0.9);
                float u = i * 0.731f - 90;
                float v = i * 0.317f - 20;
                float albedo = Texture.albedo(m, u, v, i % 7 * 0.02f);
                assertTrue(albedo >= 0.01f && albedo < 4, pattern + " " + albedo);
                float noise = Noise.at(u, v);
                assertTrue(noise >= 0 && noise <= 1);
            }
        }
    }
}
