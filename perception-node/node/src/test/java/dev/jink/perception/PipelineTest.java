package dev.jink.perception;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.calibration.Mount;
import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Motion;
import dev.jink.perception.avoid.PlannerSettings;
import dev.jink.perception.avoid.Reason;
import dev.jink.perception.control.ControllerLink;
import dev.jink.perception.control.KeepAlive;
import dev.jink.perception.deadline.NanoClock;
import dev.jink.perception.deadline.Outcome;
import dev.jink.perception.frame.Frame;
import dev.jink.perception.frame.Refusal;
import dev.jink.perception.health.Distrust;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The whole line on virtual time: path and guard take their turns on the test's thread. */
class PipelineTest {
    private static final long MS = TestClock.MS;

    private final TestClock clock = new TestClock(1000 * MS);
    private final List<Command> sent = new ArrayList<>();
    private final List<Distrust> sequels = new ArrayList<>();
    private final List<Throwable> faults = new ArrayList<>();
    private final SplittableRandom dice = new SplittableRandom(3);
    private NanoClock time = clock;
    private ControllerLink link = this::keep;
    private Perception perception;
    private long stamp;

    @BeforeEach
    void makeAnActivePerception() {
        perception =
                new Perception(
                        PipelineSettings.of(
                                50, 10, 320, 240, Mount.FORWARD, PlannerSettings.defaults()),
                        TestModel.detector(),
                        Links.of(command -> link.send(command), command -> {}),
                        () -> time.nanos(),
                        (command, sectors, distrust) -> {
                            sequels.add(distrust);
                            assertEquals(distrust == Distrust.NONE, sectors != null);
                        },
                        faults::add);
        perception.look(Eye.of(Flights.CAMERA, Mount.FORWARD, perception.detector()));
        perception.activate();
        odometry();
    }

    @AfterEach
    void close() {
        perception.close();
    }

    private void keep(Command command) {
        Command copy = new Command();
        copy.set(command);
        sent.add(copy);
    }

    private void odometry() {
        Motion motion = new Motion();
        motion.z = 2;
        motion.stampNanos = clock.nanos();
        perception.flight().moved(motion);
    }

    private Frame commit() {
        return commit(0);
    }

    private Frame commit(long ageNanos) {
        Flights.describe(perception.door(), ++stamp);
        Frame frame = perception.door().admit(clock.nanos(), stamp + ageNanos);
        assertNotNull(frame);
        Flights.paint(frame, dice);
        perception.door().commit(frame);
        return frame;
    }

    private long count(Outcome outcome) {
        return perception.counters().of(outcome);
    }

    @Test
    void shouldAnswerAFrameWithItsCommand() {
        perception.flight().want(1, 0, 0, 0, clock.nanos());
        commit();
        perception.step();
        assertEquals(1, count(Outcome.ACTED));
        assertEquals(1, sent.size());
        assertEquals(stamp, sent.getFirst().frameStampNanos);
        assertEquals(List.of(Distrust.NONE), sequels);
        assertEquals(1, perception.latency().arrivalToCommandMs().count());
        assertEquals(0, perception.counters().missedDeadlines());
        assertEquals(List.of(), faults);
    }

    @Test
    void shouldStandUntilOdometryAndWishComeAnewWhenTheWorldIsAnother() {
        perception.flight().want(1, 0, 0, 0, clock.nanos());
        commit();
        perception.step();
        assertTrue(sent.getLast().speed() > 0, () -> "" + sent.getLast().speed());
        perception.forgetWorld();
        stamp -= 1000; // as a recording does that starts again
        for (int i = 0; i < 20; i++) {
            clock.advanceMs(50);
            commit();
            perception.step();
        }
        assertEquals(Distrust.STALE_ODOMETRY, sequels.getLast());
        assertEquals(0, sent.getLast().speed());
        odometry();
        commit();
        perception.step();
        assertEquals(Distrust.NONE, sequels.getLast());
        assertEquals(0, sent.getLast().speed());
        assertEquals(0, count(Outcome.REFUSED));
    }

    @Test
    void shouldAnswerTheNewestFrameOnly() {
        commit();
        commit();
        commit();
        perception.step();
        assertEquals(2, count(Outcome.SUPERSEDED));
        assertEquals(1, count(Outcome.ACTED));
        assertEquals(stamp, sent.getFirst().frameStampNanos);
        assertEquals(3, perception.counters().figures().frames());
        assertEquals(0, perception.counters().figures().open());
    }

    @Test
    void shouldBrakeByTheGuardWhenThePathDoesNotCome() {
        commit();
        clock.advanceMs(39.9);
        perception.pollGuard();
        assertEquals(0, sent.size());
        clock.advanceMs(0.1);
        perception.step();
        assertEquals(1, count(Outcome.BRAKED));
        assertEquals(0, count(Outcome.ACTED));
        assertEquals(1, sent.size());
        assertEquals(Reason.BRAKE, sent.getFirst().reason);
        assertEquals(0, sent.getFirst().speed());
        assertEquals(stamp, sent.getFirst().frameStampNanos);
        assertEquals(0, perception.counters().missedDeadlines());
    }

    @Test
    void shouldBrakeInTimeForAFrameThatCameLate() {
        commit(30 * MS);
        clock.advanceMs(10);
        perception.pollGuard();
        assertEquals(1, count(Outcome.BRAKED));
        assertEquals(0, perception.counters().missedDeadlines());
    }

    @Test
    void shouldBrakeAtTheBorderWhereItsTimeIsUp() {
        for (int stages = 1; stages <= 4; stages++) {
            commit();
            sent.clear();
            long braked = count(Outcome.BRAKED);
            clock.runBy(41 * MS / stages);
            perception.step();
            clock.runBy(0);
            assertEquals(braked + 1, count(Outcome.BRAKED), "late in stage " + stages);
            assertEquals(1, sent.size());
            assertEquals(0, sent.getFirst().speed());
        }
        assertEquals(0, count(Outcome.ACTED));
    }

    @Test
    void shouldDiscardAResultThatTheGuardHasAnswered() {
        commit();
        // The guard wakes while the path is at work: on the path's third look at the clock.
        int[] looks = {0};
        time =
                () -> {
                    if (++looks[0] == 4) {
                        time = clock;
                        clock.advanceMs(40);
                        perception.pollGuard();
                    }
                    return clock.nanos();
                };
        perception.step();
        assertEquals(1, count(Outcome.BRAKED));
        assertEquals(0, count(Outcome.ACTED));
        assertEquals(1, perception.counters().figures().lateResults());
        assertEquals(1, sent.size(), "the late result was published");
        assertEquals(List.of(), sequels);
    }

    @Test
    void shouldCountAMissWhenSendingOutlastsTheBudget() {
        link =
                command -> {
                    clock.advanceMs(51);
                    keep(command);
                };
        commit();
        perception.step();
        assertEquals(1, count(Outcome.ACTED));
        assertEquals(1, perception.counters().missedDeadlines());
    }

    @Test
    void shouldBrakeAndGoOnAfterAFaultOnThePath() {
        link =
                command -> {
                    if (command.reason != Reason.BRAKE) {
                        throw new IllegalStateException("no transport");
                    }
                    keep(command);
                };
        commit();
        perception.step();
        assertEquals(1, perception.faults());
        assertEquals("no transport", faults.getFirst().getMessage());
        assertEquals(1, perception.counters().missedDeadlines(), "nothing was published");
        assertEquals(0, perception.counters().figures().open());
        link = this::keep;
        commit();
        perception.step();
        assertEquals(1, sent.size());
    }

    @Test
    void shouldSlowDownThenStopOnABlackPicture() {
        perception.flight().want(2, 0, 0, 0, clock.nanos());
        commit();
        perception.step();
        double before = sent.getLast().speed();
        for (int i = 0; i < 20; i++) {
            clock.advanceMs(33);
            odometry();
            commit().pixels().fill((byte) 3);
            perception.step();
            assertTrue(sent.getLast().speed() <= before, "it sped up");
            before = sent.getLast().speed();
            assertEquals(Reason.UNKNOWN, sent.getLast().reason);
        }
        assertEquals(0, before);
        assertEquals(Distrust.BLACK, perception.distrust());
        assertEquals(21, count(Outcome.ACTED));
    }

    @Test
    void shouldStopWhenOdometryGrowsStale() {
        perception.flight().want(2, 0, 0, 0, clock.nanos());
        for (int i = 0; i < 40; i++) {
            clock.advanceMs(33);
            commit();
            perception.step();
        }
        assertEquals(Distrust.STALE_ODOMETRY, perception.distrust());
        assertEquals(0, sent.getLast().speed());
    }

    @Test
    void shouldAnswerARefusedFrameWithCaution() {
        commit();
        perception.step();
        Flights.describe(perception.door(), ++stamp).encoding = "16UC1";
        List<String> lines = new ArrayList<>();
        perception.door().reportTo("/image_raw", "/camera_info", lines::add);
        assertNull(perception.door().admit(clock.nanos(), stamp));
        perception.door().reportRefusal();
        perception.pollGuard();
        assertEquals(2, sent.size());
        assertEquals(Reason.UNKNOWN, sent.getLast().reason);
        assertEquals(1, count(Outcome.REFUSED));
        assertEquals(1, perception.refusals().count(Refusal.UNKNOWN_ENCODING));
        assertEquals(1, lines.size());
        assertTrue(lines.getFirst().startsWith("image encoding: got '16UC1'"), lines::toString);
        assertEquals(2, perception.counters().figures().frames());
    }

    @Test
    void shouldReportARefusalOnceASecondOnly() {
        List<String> lines = new ArrayList<>();
        perception.door().reportTo("/image_raw", "/camera_info", lines::add);
        for (int i = 0; i < 100; i++) {
            Flights.describe(perception.door(), ++stamp).height = 0;
            perception.door().admit(clock.nanos(), stamp);
            perception.door().reportRefusal();
            clock.advanceMs(33);
        }
        assertEquals(4, lines.size());
        assertTrue(perception.door().isRefusing());
    }

    @Test
    void shouldBrakeWhenNoFramesComeAnyMore() {
        commit();
        perception.step();
        clock.advanceMs(500);
        perception.pollGuard();
        assertTrue(perception.silence().isSilent());
        assertEquals(Reason.BRAKE, sent.getLast().reason);
        assertEquals(0, sent.getLast().frameStampNanos);
    }

    @Test
    void shouldBrakeForAFrameWhoseCalibrationWasExchangedUnderIt() {
        commit();
        perception.look(Eye.of(WarmUp.anyCamera(), Mount.FORWARD, perception.detector()));
        perception.step();
        assertEquals(1, count(Outcome.BRAKED));
        assertEquals(List.of(), faults);
    }

    @Test
    void shouldLetNothingOutBeforeActivation() {
        Perception closed =
                new Perception(
                        PipelineSettings.defaults(),
                        TestModel.detector(),
                        Links.of(command -> sent.add(command), command -> {}),
                        clock,
                        (command, sectors, distrust) -> {},
                        faults::add);
        try (closed) {
            assertFalse(closed.isActive());
            WarmUp.Report warm =
                    new WarmUp(
                                    closed,
                                    clock,
                                    Flights.CAMERA,
                                    command -> {},
                                    door -> Entrance.direct(door, clock))
                            .run(0);
            assertEquals(0, warm.frames());
            Flights.describe(closed.door(), 1);
            assertNull(closed.door().admit(clock.nanos(), 1));
            closed.pollGuard();
        }
        assertEquals(List.of(), sent);
    }

    @Test
    void shouldLetTheGuardLookAtAControllersSignOfLife() {
        List<Long> signs = new ArrayList<>();
        KeepAlive keepAlive = new KeepAlive(500 * MS, signs::add);
        try (Perception other =
                new Perception(
                        PipelineSettings.of(
                                50, 10, 320, 240, Mount.FORWARD, PlannerSettings.defaults()),
                        TestModel.detector(),
                        Links.of(this::keep, command -> {}),
                        clock,
                        (command, sectors, distrust) -> keepAlive.good(clock.nanos()),
                        faults::add,
                        keepAlive)) {
            other.pollGuard();
            assertEquals(0, signs.size());
            keepAlive.good(clock.nanos());
            other.pollGuard();
            assertEquals(List.of(clock.nanos()), signs);
            clock.advanceMs(600);
            other.pollGuard();
            assertEquals(1, signs.size());
        }
    }
}
