package dev.jink.perception.avoid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SpheresTest {
    private static final double TUBE_M = 0.7; // radius 0.25 and margin 0.45
    private final Spheres spheres = new Spheres(PlannerSettings.defaults(), 10);

    private double ahead() {
        return spheres.clearM(0, 0, 0, 1, 0, 0, 0, 10);
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
        assertEquals(5, spheres.clearM(0, 0, 0, 1, 0, 0, 0.4, 10), 1, "a tube wider by 0.4 m");
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
        assertEquals(10, spheres.clearM(0, 0, 0, 0, 1, 0, 0, 10));
        assertEquals(10, spheres.clearM(0, 0, 0, 0.3, 0.954, 0, 0, 10));
    }

    @Test
    void shouldMeasureFromAnyPlace() {
        spheres.add(5, 2, 0, 0);
        assertEquals(5 - TUBE_M, spheres.clearM(0, 2, 0, 1, 0, 0, 0, 10), 1e-12);
        assertEquals(10, ahead());
    }
}
