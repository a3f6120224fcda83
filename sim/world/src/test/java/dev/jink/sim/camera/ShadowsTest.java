package dev.jink.sim.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.sim.scene.Region;
import dev.jink.sim.scene.Scene;
import dev.jink.sim.scene.SceneKind;
import dev.jink.sim.scene.Scenes;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.SplittableRandom;

/** One cell's solids, those whose boxes the point lies in, against every solid of the scene. */
class ShadowsTest {
    @ParameterizedTest
    @EnumSource(
            value = SceneKind.class,
            names = {"FOREST", "STREET", "POLES"})
    void shouldFindTheSameShadowsAsTryingEverySolid(SceneKind kind) {
        int dark = 0;
        int points = 0;
        for (long seed = 1; seed <= 30; seed++) {
            Scene scene = Scenes.generate(kind, seed);
            if (scene.light().sun() == 0) {
                continue;
            }
            Geometry geometry = new Geometry();
            geometry.load(scene);
            Shadows shadows = new Shadows(geometry);
            Region region = scene.region();
            double midX = (region.minX() + region.maxX()) / 2;
            double midY = (region.minY() + region.maxY()) / 2;
            shadows.load(scene.light(), midX, midY);
            SplittableRandom random = new SplittableRandom(seed);
            for (int k = 0; k < 400; k++) {
                // Near enough to the middle to be inside the shadows' area for any sun. Runs of
                // neighbours, as pixels are.
                double x = midX + random.nextDouble(-9, 9);
                double y = midY + random.nextDouble(-9, 9);
                double z = random.nextDouble(0, 3);
                int self = random.nextInt(-1, geometry.count());
                for (int step = 0; step < 5; step++, x += 0.05) {
                    boolean want = blocked(geometry, scene, x, y, z, self);
                    String which = kind + " seed " + seed + " at " + x + ", " + y + ", " + z;
                    assertEquals(want, shadows.at(x, y, z, self), which);
                    dark += want ? 1 : 0;
                    points++;
                }
            }
        }
        assertTrue(dark > points / 50 && dark < points * 0.98, dark + " of " + points + " dark");
    }

    private static boolean blocked(
            Geometry geometry, Scene scene, double x, double y, double z, int self) {
        double sunX = scene.light().sunX();
        double sunY = scene.light().sunY();
        double sunZ = scene.light().sunZ();
        for (int i = 0; i < geometry.count(); i++) {
            if (i != self
                    && Hits.at(geometry, i, x, y, z, sunX, sunY, sunZ) < Double.POSITIVE_INFINITY) {
                return true;
            }
        }
        return false;
    }
}
