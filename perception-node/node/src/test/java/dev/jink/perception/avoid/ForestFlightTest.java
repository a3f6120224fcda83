package dev.jink.perception.avoid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

class ForestFlightTest {
    @ParameterizedTest
    @CsvSource({"5, 3, 100", "4, 3, 50", "6, 5, 50"})
    void shouldReachTheGoalThroughRandomForestsWithoutContact(
            double spacingM, double speed, int forests) {
        PlannerSettings settings = PlannerSettings.defaults().withMaxSpeed(speed);
        List<Long> failed = new ArrayList<>();
        double seconds = 0;
        for (long seed = 0; seed < forests; seed++) {
            ForestFlight flight = new ForestFlight(CylinderForest.random(seed, spacingM), settings);
            if (!flight.fly(speed, 60)) {
                failed.add(seed);
            }
            seconds += flight.seconds;
        }
        assertEquals(List.of(), failed, "seeds that hit a trunk or came late");
        // Not by creeping: on average at two thirds of the wanted speed or more.
        assertTrue(seconds / forests < 1.5 * 40 / speed, seconds / forests + " s on average");
    }

    @ParameterizedTest
    @CsvSource({"5, 3, 40, 38", "6, 5, 40, 36"})
    void shouldReachTheGoalOfMostForestsThroughNoisyGrids(
            double spacingM, double speed, int forests, int least) {
        PlannerSettings settings = PlannerSettings.defaults().withMaxSpeed(speed);
        List<Long> failed = new ArrayList<>();
        for (long seed = 500; seed < 500 + forests; seed++) {
            ForestFlight flight = new ForestFlight(CylinderForest.random(seed, spacingM), settings);
            flight.noise = new GridNoise(seed);
            if (!flight.fly(speed, 60)) {
                failed.add(seed);
            }
        }
        assertTrue(forests - failed.size() >= least, "hit a trunk or came late: " + failed);
    }

    /** The gap lies too far aside to be seen on the way to the wall; its ends lie further yet. */
    @ParameterizedTest
    @ValueSource(doubles = {7, 8, 9.5})
    void shouldFindTheGapOfAWallByLookingAtItWhileFlyingAlong(double aside) {
        CylinderForest wall = CylinderForest.wall(15, aside, 1.25);
        ForestFlight flight = new ForestFlight(wall, PlannerSettings.defaults());
        assertTrue(flight.fly(3, 60), "time up or contact after " + flight.flownM + " m");
        assertTrue(flight.flownM < 78, flight.flownM + " m flown");
    }

    /** Seen from afar, out of the picture where the drone stands before the wall. */
    @ParameterizedTest
    @ValueSource(doubles = {-4, -2.5, 2.5, 4})
    void shouldTurnForTheGapOfAWallThatItSawOnTheWay(double aside) {
        CylinderForest wall = CylinderForest.wall(15, aside, 1.25);
        ForestFlight flight = new ForestFlight(wall, PlannerSettings.defaults());
        assertTrue(flight.fly(3, 30), "time up or contact after " + flight.flownM + " m");
        assertTrue(flight.flownM < 48, flight.flownM + " m flown");
    }
}
