package dev.jink.perception.avoid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ViewTest {
    private final View view = new View(ForestFlight.RAYS);

    @Test
    void shouldFindTheCellOfEveryRayLevelAndLeaning() {
        double[][] attitudes = {{0, 0}, {0.2, -0.3}, {-0.35, 0.25}};
        for (double[] attitude : attitudes) {
            view.level(attitude[0], attitude[1]);
            for (int cell = 0; cell < view.cells; cell++) {
                double far = 3 + cell % 5;
                int found = view.cellOf(far * view.x[cell], far * view.y[cell], far * view.z[cell]);
                assertEquals(cell, found);
            }
        }
    }

    @Test
    void shouldNotFindACellBesideOrBehindThePicture() {
        assertEquals(-1, view.cellOf(1, 1.01, 0));
        assertEquals(-1, view.cellOf(1, 0, 0.8));
        assertEquals(-1, view.cellOf(-1, 0, 0));
        assertEquals(-1, view.cellOf(0, 0, 0));
    }

    @Test
    void shouldTurnRaysLevelForALeaningDrone() {
        view.level(0, Math.toRadians(20));
        int ahead = 7 * 20 + 10; // the middle row, just right of the axis
        assertEquals(-Math.sin(Math.toRadians(20)), view.z[ahead], 0.01);
        view.level(Math.toRadians(30), 0); // leaning right: the left side of the picture rises
        assertTrue(view.z[7 * 20] > 0.3 && view.z[7 * 20 + 19] < -0.3);
    }

    @Test
    void shouldReachFromTheMiddleOfACellToItsCorners() {
        int ahead = 7 * 20 + 10;
        double corner = Math.atan(Math.sqrt(2) * 4 / 80);
        assertEquals(Math.sin(corner), view.sinHalf[ahead], 0.002);
        assertTrue(view.sinHalf[0] < view.sinHalf[ahead]);
    }
}
