package dev.jink.sim.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

class ForestTest {
    @Test
    void shouldLeaveStartAndGoalFreeAndTheStraightLineBlocked() {
        for (long seed = 1; seed <= 60; seed++) {
            Scene scene = Forest.course(seed, ForestSettings.demo());
            assertTrue(scene.distance(0, 0, 1.5) > 1, "seed " + seed);
            assertTrue(scene.distance(40, 0, 1.5) > 0.5, "seed " + seed);
            double nearest = Double.POSITIVE_INFINITY;
            for (double x = 0; x <= 38; x += 0.05) {
                nearest = Math.min(nearest, scene.distance(x, 0, 1.5));
            }
            assertTrue(nearest < 0.25, "seed " + seed + ": nearest to the line " + nearest);
        }
    }

    @Test
    void shouldKeepPoissonPointsApartAndFillTheGround() {
        for (double spacing : new double[] {1.5, 3, 4, 6}) {
            List<double[]> points = Scatter.points(new Dice(4), 0, 40, -20, 20, spacing);
            for (int i = 0; i < points.size(); i++) {
                for (int k = 0; k < i; k++) {
                    double apart =
                            Math.hypot(
                                    points.get(i)[0] - points.get(k)[0],
                                    points.get(i)[1] - points.get(k)[1]);
                    assertTrue(apart >= spacing);
                }
            }
            // Random disc packings of this sort cover some 0.55 of the plane with discs of
            // spacing/2.
            double cover = points.size() * Math.PI * spacing * spacing / 4 / 1600;
            assertTrue(cover > 0.45, spacing + " m: " + cover);
        }
    }

    @Test
    void shouldSayWhatIsWrongWithACourse() {
        IllegalArgumentException refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> ForestSettings.demo().withSpacing(0.5));
        assertEquals(
                "forest: spacing_m is 0.5, wanted 1.2 to 30: nearer trunks leave no way through",
                refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new ForestSettings(4, -1, 4, 1));
    }
}
