package dev.jink.calibration.flight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.calibration.CalibrationException;
import dev.jink.calibration.Mount;
import dev.jink.calibration.mount.MountEstimate;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;

class StraightFlightTest {
    private static final double DEG = Math.PI / 180;

    private static MountEstimate estimate(SyntheticFlight flight, Mount start) {
        return StraightFlight.estimate(
                flight.odometry, flight.pairs, 0, start, SyntheticFlight.PIXEL_RAD);
    }

    @Test
    void shouldFindTheMountWhereEverythingFlowsOutOf() {
        Random random = new Random(5);
        int covered = 0;
        for (int trial = 0; trial < 20; trial++) {
            Mount truth =
                    new Mount(
                            random.nextDouble(-0.1, 0.1),
                            random.nextDouble(-0.3, 0.3),
                            random.nextDouble(-0.3, 0.3),
                            0.1,
                            0.02,
                            -0.05);
            SyntheticFlight flight = new SyntheticFlight(truth, 10, 0.3, 2, 0.7, 0, 0.5, trial);
            Mount start = new Mount(0, 0, 0, 0.1, 0.02, -0.05);
            MountEstimate found = estimate(flight, start);
            double off = MountEstimate.angleRad(found.mount(), truth) / DEG;
            assertTrue(off < 0.3, "trial " + trial + ": " + off + " degrees");
            covered +=
                    Math.abs(found.mount().pitchRad() - truth.pitchRad()) <= found.half95()[1]
                            ? 1
                            : 0;
            covered +=
                    Math.abs(found.mount().yawRad() - truth.yawRad()) <= found.half95()[2] ? 1 : 0;
            covered +=
                    Math.abs(found.mount().rollRad() - truth.rollRad()) <= found.half95()[0]
                            ? 1
                            : 0;
        }
        assertTrue(covered >= 54, covered + " of 60 intervals hold the truth");
    }

    @Test
    void shouldSayThatFlightInOneDirectionLeavesTheRollOpen() {
        Mount truth = new Mount(0.02, 0.1, -0.05, 0, 0, 0);
        SyntheticFlight flight = new SyntheticFlight(truth, 10, 0, 2, 0, 0, 0.5, 1);
        MountEstimate found = estimate(flight, Mount.FORWARD);
        assertEquals(truth.pitchRad(), found.mount().pitchRad(), 0.3 * DEG);
        assertEquals(truth.yawRad(), found.mount().yawRad(), 0.3 * DEG);
        assertTrue(found.half95()[0] > 20 * DEG, "roll ± " + found.half95()[0] / DEG);
        // What is open is the turn about the flight's direction; it mixes pitch with yaw a little.
        assertTrue(found.half95()[1] < 4 * DEG, "pitch ± " + found.half95()[1] / DEG);
        assertEquals(Double.POSITIVE_INFINITY, found.half95()[3]);
    }

    @Test
    void shouldRefuseAFlightInWhichNothingMoves() {
        SyntheticFlight flight = new SyntheticFlight(Mount.FORWARD, 10, 0, 2, 0, 0, 0.5, 1);
        assertEquals(
                "mount: got 3 pairs of pictures in which something moves, wanted 10 or more: fly"
                        + " straight past things with texture, some seconds",
                assertThrows(
                                CalibrationException.class,
                                () ->
                                        StraightFlight.estimate(
                                                flight.odometry,
                                                List.copyOf(flight.pairs.subList(0, 3)),
                                                0,
                                                Mount.FORWARD,
                                                SyntheticFlight.PIXEL_RAD))
                        .getMessage());
    }

    @Test
    void shouldRefuseOdometryOfAnotherClock() {
        SyntheticFlight flight = new SyntheticFlight(Mount.FORWARD, 3, 0, 2, 0, 0, 0.5, 1);
        List<RayPairs> later =
                flight.pairs.stream()
                        .map(p -> new RayPairs(p.fromS() + 100, p.toS() + 100, p.from(), p.to()))
                        .toList();
        assertEquals(
                "odometry: it runs from -1.000 to 4.000 s, the pictures from 100.500 to 103.000 s,"
                        + " wanted it from 0.0 s before a picture to after it: give both by one"
                        + " clock",
                assertThrows(
                                CalibrationException.class,
                                () ->
                                        StraightFlight.estimate(
                                                flight.odometry,
                                                later,
                                                0,
                                                Mount.FORWARD,
                                                SyntheticFlight.PIXEL_RAD))
                        .getMessage());
    }
}
