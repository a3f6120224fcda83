package dev.jink.sim.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.sim.drone.TrackPoint;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class TrialTest {
    @Test
    void shouldCollideOnMostCoursesWhenFlyingStraight() throws Exception {
        int contacts = 0;
        try (Trial trial = new Trial(TrialSettings.demo(3), Pilot.STRAIGHT, null)) {
            for (long seed = 1; seed <= 30; seed++) {
                Flown result = trial.run(seed);
                contacts += result.collided() ? 1 : 0;
                assertEquals(result.collided(), result.closestM() <= 0);
                assertFalse(result.collided() && result.reachedGoal());
            }
        }
        assertTrue(contacts >= 27, "contacts " + contacts + " of 30");
    }

    @Test
    void shouldReachTheGoalWithTrueDepthAndRepeatItExactly() throws Exception {
        try (Trial trial = new Trial(TrialSettings.demo(3), Pilot.TRUE_DEPTH, null)) {
            Flown first = trial.run(7);
            assertTrue(first.success(), first.toString());
            assertTrue(first.progressM() >= 37.99);
            assertTrue(first.closestM() > 0);
            assertEquals(first.frames(), Math.ceil(first.seconds() * 30), 1);
            trial.run(3);
            assertEquals(first, trial.run(7));
        }
    }

    @Test
    void shouldGiveUpAtTheTimeLimit() throws Exception {
        TrialSettings hasty = TrialSettings.demo(1).withLimit(2);
        try (Trial trial = new Trial(hasty, Pilot.STRAIGHT, null)) {
            Flown result = trial.run(5);
            assertFalse(result.reachedGoal());
            assertFalse(result.collided());
            assertEquals(2, result.seconds(), 0.01);
            assertEquals(21, result.track().size());
        }
    }

    @Test
    void shouldObeyLaterWithMoreLatency() throws Exception {
        TrialSettings prompt = TrialSettings.demo(2).withLimit(1).withLatency(0);
        TrialSettings slow = prompt.withLatency(0.4);
        try (Trial one = new Trial(prompt, Pilot.STRAIGHT, null);
                Trial two = new Trial(slow, Pilot.STRAIGHT, null)) {
            TrackPoint early = one.run(1).track().getLast();
            TrackPoint late = two.run(1).track().getLast();
            assertTrue(early.x() - late.x() > 0.4, early + " " + late);
        }
    }

    @Test
    void shouldFlyTheWholePathWithANetwork(@TempDir Path folder) throws Exception {
        // Random weights: what it sees is nonsense, but the same nonsense every time.
        Path model = RandomModel.write(folder.resolve("random.jink"), 4);
        TrialSettings brief = TrialSettings.demo(2).withLimit(1.5);
        Flown first;
        try (Trial trial = new Trial(brief, Pilot.JINK, model)) {
            first = trial.run(2);
            assertEquals(45, first.frames(), 1);
        }
        try (Trial trial = new Trial(brief, Pilot.JINK, model)) {
            trial.run(1);
            assertEquals(first, trial.run(2));
        }
        try (Trial trial = new Trial(brief, Pilot.STOP_ONLY, model)) {
            assertNotEquals(0, trial.run(2).frames());
        }
    }

    @Test
    void shouldSayWhatIsWrong() {
        assertEquals(
                "trial: latency is -1.0 s, wanted 0 to 2",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> TrialSettings.demo(3).withLatency(-1))
                        .getMessage());
    }

    @Test
    void shouldGiveWilsonIntervals() {
        // Reference values: Newcombe 1998, table I, 81 of 263 and 0 of 20.
        Wilson some = Wilson.of(81, 263);
        assertEquals(0.2553, some.low(), 5e-4);
        assertEquals(0.3662, some.high(), 5e-4);
        Wilson none = Wilson.of(0, 20);
        assertEquals(0, none.low(), 1e-12);
        assertEquals(0.1611, none.high(), 5e-4);
        assertThrows(IllegalArgumentException.class, () -> Wilson.of(3, 2));
    }
}
