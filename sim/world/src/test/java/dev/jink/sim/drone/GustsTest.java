package dev.jink.sim.drone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GustsTest {
    @Test
    void shouldKeepTheMeanAndTheDeviationAskedFor() {
        Gusts gusts = new Gusts(new Wind(6, 2), 0.1, 3);
        double sumX = 0;
        double sumY = 0;
        double squares = 0;
        int n = 200_000;
        double meanX = 0;
        double meanY = 0;
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < n; i++) {
                gusts.step();
                sumX += gusts.vx();
                sumY += gusts.vy();
                squares += Math.pow(gusts.vx() - meanX, 2) + Math.pow(gusts.vy() - meanY, 2);
            }
            meanX = sumX / n;
            meanY = sumY / n;
            if (pass == 0) {
                sumX = sumY = squares = 0;
            }
        }
        assertEquals(6, Math.hypot(meanX, meanY), 0.15);
        assertEquals(2, Math.sqrt(squares / n / 2), 0.1);
    }

    @Test
    void shouldStandStillWhenCalm() {
        Gusts calm = new Gusts(Wind.CALM, 0.01, 3);
        for (int i = 0; i < 10; i++) {
            calm.step();
            assertEquals(0, Math.abs(calm.vx()) + Math.abs(calm.vy()));
        }
    }

    @Test
    void shouldPushAHoveringDroneDownwind() {
        Drone drone = new Drone(DroneSettings.defaults(), 0, 0, 2, 0);
        drone.air(8, 0);
        for (int i = 0; i < 480; i++) {
            drone.step();
        }
        // The controller's gain against drag times wind: 0.15 · 8 / 3.5 m/s.
        assertEquals(0.15 * 8 / 3.5, drone.vx(), 0.02);
        assertTrue(Math.abs(drone.vy()) < 1e-9);
    }

    @Test
    void shouldSayWhatIsWrong() {
        assertEquals(
                "wind: mean is 30.0 m/s, gusts 10.0 m/s; wanted 0 to 20 and 0 to 10",
                assertThrows(IllegalArgumentException.class, () -> Wind.of(30)).getMessage());
    }
}
