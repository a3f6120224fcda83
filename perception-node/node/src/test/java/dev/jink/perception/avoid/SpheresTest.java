package dev.jink.perception.avoid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Random;

class SpheresTest {
    private static final double TUBE_M = 0.7; // radius 0.25 and margin 0.45
    private final Spheres spheres = new Spheres(PlannerSettings.defaults(), 10);

    private double ahead() {
        return spheres.clearM(0, 0, 0, 1, 0, 0, 0, 0, 10);
    }

    @Test
    void shouldEndTheWayWhereTheTubeTouchesTheSphere() {
        spheres.add(5, 0, 0, 0.2);
        assertEquals(5 - TUBE_M - 0.2, ahead(), 1e-12);
        spheres.clear();
        spheres.add(5, 0.5, 0, 0.2);
        assertEquals(5 - Math.sqrt(0.9 * 0.9 - 0.25), ahead(), 1e-12);
    }

    @Test
    void shouldPassWhatLiesBesideTheTube() {
        spheres.add(5, 0.91, 0, 0.2);
        assertEquals(10, ahead());
        assertEquals(5, spheres.clearM(0, 0, 0, 1, 0, 0, 0.4, 0, 10), 1, "a tube wider by 0.4 m");
    }

    @Test
    void shouldPassWhatLiesBehind() {
        spheres.add(-0.7, 0, 0, 0);
        assertEquals(10, ahead());
    }

    @Test
    void shouldLetTheDroneSlideAwayFromWhatIsInsideItsMarginButNotCloser() {
        spheres.add(0.5, 0, 0, 0.1);
        assertEquals(0.05, ahead(), 1e-9);
        assertEquals(10, spheres.clearM(0, 0, 0, 0, 1, 0, 0, 0, 10));
        assertEquals(10, spheres.clearM(0, 0, 0, 0.3, 0.954, 0, 0, 0, 10));
    }

    @Test
    void shouldMeasureFromAnyPlace() {
        spheres.add(5, 2, 0, 0);
        assertEquals(5 - TUBE_M, spheres.clearM(0, 2, 0, 1, 0, 0, 0, 0, 10), 1e-12);
        assertEquals(10, ahead());
    }

    @Test
    void shouldGetAsFarAmongManyAsTheNearestOfThemLets() {
        Random random = new Random(11);
        int[] ended = new int[2];
        for (int trial = 0; trial < 2000; trial++) {
            double[][] all = new double[1 + random.nextInt(60)][];
            Spheres many = new Spheres(PlannerSettings.defaults(), all.length);
            for (int i = 0; i < all.length; i++) {
                double away = random.nextBoolean() ? 2 : 14;
                all[i] = new double[] {in(random, away), in(random, away), in(random, 2), 0};
                all[i][3] = random.nextDouble() * 0.6;
                many.add(all[i][0], all[i][1], all[i][2], all[i][3]);
            }
            double turn = in(random, Math.PI);
            double x = Math.cos(turn);
            double y = Math.sin(turn);
            double wider = in(random, 0.5);
            double ox = random.nextBoolean() ? 0 : in(random, 2);
            double oy = random.nextBoolean() ? 0 : in(random, 2);
            double most = random.nextBoolean() ? 10 : random.nextDouble() * 2;
            double nearest = most;
            for (double[] one : all) {
                Spheres alone = new Spheres(PlannerSettings.defaults(), 1);
                alone.add(one[0], one[1], one[2], one[3]);
                nearest = Math.min(nearest, alone.clearM(ox, oy, 0, x, y, 0, wider, 0, most));
            }
            assertEquals(
                    nearest, many.clearM(ox, oy, 0, x, y, 0, wider, 0, most), "trial " + trial);
            double least = random.nextDouble() * most;
            double useful = many.clearM(ox, oy, 0, x, y, 0, wider, least, most);
            assertTrue(nearest < least ? useful < least : useful == nearest, "trial " + trial);
            ended[nearest < most ? 1 : 0]++;
        }
        assertTrue(ended[0] > 200 && ended[1] > 200, ended[0] + " free, " + ended[1] + " ended");
    }

    private static double in(Random random, double most) {
        return most * (2 * random.nextDouble() - 1);
    }
}
