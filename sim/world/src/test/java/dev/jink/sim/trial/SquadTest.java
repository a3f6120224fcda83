package dev.jink.sim.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.kernels.model.ModelFileException;
import dev.jink.sim.drone.Wind;
import dev.jink.sim.scene.CourseKind;
import dev.jink.sim.scene.CourseSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class SquadTest {
    private static final TrialSettings BRIEF = TrialSettings.demo(3).withLimit(3);

    private static List<Flown> fly(TrialSettings settings, Pilot pilot, int threads, Path model)
            throws ModelFileException {
        Squad squad = new Squad(new WorldKind(), model, threads);
        return squad.fly(settings, pilot, 11, 4, () -> Witness.NONE, flown -> {}).flown();
    }

    @Test
    void shouldFlyIdenticalTracksInTwoRunsOnAnyNumberOfThreads(@TempDir Path folder)
            throws Exception {
        Path model = RandomModel.write(folder.resolve("random.jink"), 4);
        TrialSettings windy =
                BRIEF.withWind(Wind.of(4))
                        .withCourse(new CourseSettings(CourseKind.FOREST, 5, 40, 3))
                        .withSensor(BRIEF.sensor().noisier(3))
                        .withLatency(0.12)
                        .withLimit(1.5);
        List<Flown> first = fly(windy, Pilot.JINK, 1, model);
        assertEquals(first, fly(windy, Pilot.JINK, 3, model));
        assertEquals(11, first.getFirst().seed());
        assertEquals(14, first.getLast().seed());
    }

    @Test
    void shouldMakeEachBaselineDoWhatItIsNamedFor() throws Exception {
        TrialSettings whole = TrialSettings.demo(3).withLimit(30);
        for (Flown straight : fly(whole, Pilot.STRAIGHT, 2, null)) {
            assertTrue(straight.collided(), "a tree stands across: " + straight.seed());
            assertEquals(0, straight.pathExcess(), 0.02);
        }
        for (Flown stopped : fly(whole, Pilot.STOP_ONLY, 2, null)) {
            assertTrue(stopped.late() && stopped.closestM() > 0.1, stopped.toString());
            assertTrue(stopped.seconds() < 30, "standing for ever is not waited for");
            assertEquals(0, stopped.pathExcess(), 0.02);
        }
        for (Flown evading : fly(whole, Pilot.TRUE_DEPTH, 2, null)) {
            assertTrue(evading.success(), evading.toString());
            assertTrue(evading.pathExcess() > 0);
        }
    }

    @ParameterizedTest
    @EnumSource(CourseKind.class)
    void shouldFlyTheFirstMetresOfEverySortOfCourse(CourseKind kind) throws Exception {
        TrialSettings course = BRIEF.withCourse(new CourseSettings(kind, 5, 40, 2));
        for (Flown flown : fly(course, Pilot.TRUE_DEPTH, 2, null)) {
            assertTrue(!flown.collided() && flown.progressM() > 1, flown.toString());
        }
    }

    @Test
    void shouldTellOfEachFlightAndItsTimes() throws Exception {
        List<Long> landed = new ArrayList<>();
        Squad squad = new Squad(new WorldKind(), null, 2);
        Squad.Landed all =
                squad.fly(
                        BRIEF,
                        Pilot.TRUE_DEPTH,
                        5,
                        3,
                        () -> Witness.NONE,
                        flown -> landed.add(flown.seed()));
        assertEquals(List.of(5L, 6L, 7L), landed.stream().sorted().toList());
        int frames = all.flown().stream().mapToInt(Flown::frames).sum();
        assertEquals(frames, all.timing().frames());
    }

    @Test
    void shouldPassOnWhatGoesWrongOnAThread(@TempDir Path folder) {
        Path absent = folder.resolve("absent.jink");
        assertThrows(ModelFileException.class, () -> fly(BRIEF, Pilot.JINK, 2, absent));
        SimulatorKind broken =
                new SimulatorKind() {
                    @Override
                    public String name() {
                        return "broken";
                    }

                    @Override
                    public int atOnce(int cores) {
                        return 1;
                    }

                    @Override
                    public Simulator open(TrialSettings settings) {
                        throw new IllegalStateException("simulator: no display");
                    }
                };
        Squad squad = new Squad(broken, null, 1);
        assertEquals(
                "simulator: no display",
                assertThrows(
                                IllegalStateException.class,
                                () ->
                                        squad.fly(
                                                BRIEF,
                                                Pilot.STRAIGHT,
                                                1,
                                                1,
                                                () -> Witness.NONE,
                                                flown -> {}))
                        .getMessage());
    }
}
