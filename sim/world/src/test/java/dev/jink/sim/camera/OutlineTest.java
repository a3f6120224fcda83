package dev.jink.sim.camera;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.sim.scene.Region;
import dev.jink.sim.scene.Scene;
import dev.jink.sim.scene.SceneKind;
import dev.jink.sim.scene.Scenes;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.SplittableRandom;

/** Where solids are as the sun sees them, against points of their surfaces. */
class OutlineTest {
    private final Geometry geometry = new Geometry();
    private final Outline outline = new Outline();

    @ParameterizedTest
    @EnumSource(
            value = SceneKind.class,
            names = {"FOREST", "STREET", "POLES"})
    void shouldHoldEveryPointOfASolid(SceneKind kind) {
        int points = 0;
        int empty = 0;
        int squares = 0;
        for (long seed = 1; seed <= 30; seed++) {
            Scene scene = Scenes.generate(kind, seed);
            if (scene.light().sun() == 0) {
                continue;
            }
            geometry.load(scene);
            outline.look(scene.light());
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < geometry.count(); i++) {
                outline.of(geometry, i);
                for (int k = 0; k < 20; k++) {
                    points += holdsEntry(i, scene.region(), random) ? 1 : 0;
                }
                double east = random.nextDouble(outline.leastEast, outline.mostEast);
                double up = random.nextDouble(outline.leastUp, outline.mostUp);
                empty += outline.meets(east, up, 0) ? 0 : 1;
                squares++;
            }
        }
        assertTrue(points > squares, points + " points of solids were found");
        assertTrue(empty > squares / 20, empty + " of " + squares + " places beside solids");
    }

    /** A ray towards the solid, from far; false when it passes by. */
    private boolean holdsEntry(int i, Region region, SplittableRandom random) {
        double[] p = geometry.rows();
        int r = i * Geometry.ROW;
        double x = random.nextDouble(region.minX() - 20, region.maxX() + 20);
        double y = random.nextDouble(region.minY() - 20, region.maxY() + 20);
        double z = random.nextDouble(0, 30);
        double dx = p[r] + random.nextDouble(-0.5, 0.5) - x;
        double dy = p[r + 1] + random.nextDouble(-0.5, 0.5) - y;
        double dz = p[r + 2] + random.nextDouble(-0.5, 2) - z;
        double norm = 1 / Math.sqrt(dx * dx + dy * dy + dz * dz);
        double t = Hits.at(geometry, i, x, y, z, dx * norm, dy * norm, dz * norm);
        if (t == Double.POSITIVE_INFINITY) {
            return false;
        }
        x += t * dx * norm;
        y += t * dy * norm;
        z += t * dz * norm;
        double east = outline.east(x, y);
        double up = outline.up(x, y, z);
        String which = "solid " + i + " of kind " + geometry.kind(i) + " at " + x + ", " + y;
        assertTrue(outline.meets(east, up, 0), which);
        assertTrue(outline.leastEast <= east && east <= outline.mostEast, which);
        assertTrue(outline.leastUp <= up && up <= outline.mostUp, which);
        assertTrue(outline.sun(x, y, z) <= outline.mostSun, which);
        return true;
    }
}
