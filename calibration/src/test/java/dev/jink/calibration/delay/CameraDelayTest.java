package dev.jink.calibration.delay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.calibration.CalibrationException;
import dev.jink.calibration.Mount;
import dev.jink.calibration.flight.SyntheticFlight;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CameraDelayTest {
    private static final Mount MOUNT = new Mount(0.02, 0.17, -0.05, 0.1, 0, 0);

    private static CameraDelay estimate(SyntheticFlight flight, Mount start) {
        return CameraDelay.estimate(
                flight.odometry, flight.pairs, start, SyntheticFlight.PIXEL_RAD);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0.033,0", "0.120,0", "0.250,2", "0.060,1.5", "0.015,3"})
    void shouldFindHowOldPicturesAre(double seconds, double speed) {
        SyntheticFlight flight =
                new SyntheticFlight(MOUNT, 15, 0.8, speed, speed / 4, seconds, 0.5, 7);
        // The mount is only roughly known.
        CameraDelay found = estimate(flight, new Mount(0, 0.14, -0.03, 0.1, 0, 0));
        assertEquals(seconds, found.seconds(), 0.004);
        assertEquals(seconds, found.seconds(), 1.6 * found.half95() + 1e-4);
        assertTrue(found.half95() < 0.004, "± " + found.half95());
    }

    @Test
    void shouldSayWhenAFlightDoesNotTell() {
        SyntheticFlight straight = new SyntheticFlight(MOUNT, 10, 0, 2, 0, 0.05, 0.5, 7);
        String message =
                assertThrows(CalibrationException.class, () -> estimate(straight, MOUNT))
                        .getMessage();
        assertTrue(message.startsWith("delay: undetermined, got "), message);
        assertTrue(
                message.endsWith(": turn to and fro quickly before something with texture"),
                message);
    }
}
