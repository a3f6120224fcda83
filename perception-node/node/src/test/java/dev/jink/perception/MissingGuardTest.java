package dev.jink.perception;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Motion;
import dev.jink.perception.avoid.Reason;
import dev.jink.perception.deadline.Outcome;
import dev.jink.perception.health.Verdict;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The guard is gone while the path answers every frame in time, on virtual time. */
final class MissingGuardTest {
    private static final long MS = TestClock.MS;

    private final TestClock clock = new TestClock(1_000_000 * MS);
    private final List<Command> sent = new ArrayList<>();
    private final SplittableRandom dice = new SplittableRandom(7);
    private final Motion own = new Motion();
    private Runnable duty = () -> {};
    private final Perception perception = perception();

    private Perception perception() {
        Perception made =
                Flights.active(
                        TestModel.constant(-6),
                        Links.of(this::keep, command -> {}),
                        clock,
                        Flights::fail,
                        now -> {
                            duty.run();
                            return MS;
                        });
        own.z = 3;
        return made;
    }

    @AfterEach
    void close() {
        perception.close();
    }

    @Test
    void shouldBrakeWhenTheGuardIsDead() {
        fly();
        int before = sent.size();
        show(10);
        List<Command> after = sent.subList(before, sent.size());
        assertEquals(10, after.size());
        // Within two budgets of its last look nobody can tell: 33, 66 and 99 ms.
        assertTrue(after.get(2).speed() > 0.5, after::toString);
        for (Command each : after.subList(3, 10)) {
            assertEquals(Reason.BRAKE, each.reason, after::toString);
            assertEquals(0, each.speed());
        }
        assertEquals(7, perception.counters().of(Outcome.BRAKED));
        assertEquals(0, perception.counters().figures().open());
        assertEquals(
                "UNGUARDED BRAKE 0.00 m/s: the guard that brakes for late images has stopped"
                        + " looking: braking; restart it",
                state());
        assertEquals(330, perception.guardAgeNanos() / MS);
    }

    @Test
    void shouldBrakeWhenTheGuardHangs() {
        fly();
        List<Command> meanwhile = new ArrayList<>();
        List<String> said = new ArrayList<>();
        duty =
                () -> {
                    duty = () -> {};
                    int before = sent.size();
                    show(10);
                    meanwhile.addAll(sent.subList(before, sent.size()));
                    said.add(state());
                };
        perception.pollGuard();
        assertEquals(10, meanwhile.size());
        assertEquals(Reason.BRAKE, meanwhile.getLast().reason);
        assertTrue(said.getFirst().startsWith("UNGUARDED"), said::toString);
        perception.pollGuard();
        fly();
        assertTrue(state().startsWith("ACTIVE"), "it flies again with a guard: " + state());
        assertTrue(sent.getLast().speed() > 0.5);
    }

    @Test
    void shouldFlyOnWhenTheGuardIsLateWithinBounds() {
        fly();
        for (int i = 0; i < 20; i++) {
            show(3);
            assertTrue(sent.getLast().speed() > 0.5, this::last);
            assertTrue(state().startsWith("ACTIVE"), state());
            perception.pollGuard();
        }
        assertEquals(0, perception.counters().of(Outcome.BRAKED));
    }

    @Test
    void shouldBrakeInTheGuardsPlaceWhenNoFrameComesEither() {
        fly();
        int before = sent.size();
        clock.advanceMs(100);
        perception.stepPath();
        assertEquals(before, sent.size());
        clock.advanceMs(100);
        perception.stepPath();
        clock.advanceMs(100);
        perception.stepPath();
        assertEquals(before + 2, sent.size());
        assertEquals(Reason.BRAKE, sent.getLast().reason);
        assertEquals(0, sent.getLast().frameStampNanos);
    }

    @Test
    void shouldNotTakeOverBeforeTheFirstFrame() {
        clock.advanceMs(1000);
        perception.stepPath();
        assertEquals(List.of(), sent);
    }

    /** A second of flight with a guard. */
    private void fly() {
        for (int i = 0; i < 30; i++) {
            show(1);
            perception.pollGuard();
        }
        assertTrue(sent.getLast().speed() > 0.5, this::last);
    }

    /** Frames at 30 Hz for the path alone. */
    private void show(int frames) {
        for (int i = 0; i < frames; i++) {
            clock.advanceMs(33);
            perception.flight().want(2, 0, 0, 0, clock.nanos());
            own.stampNanos = clock.nanos();
            perception.flight().moved(own);
            Flights.show(perception, clock.nanos(), dice);
            perception.stepPath();
        }
    }

    private String state() {
        Verdict verdict = Verdict.of(perception.signs(30, 0, 0, true, 0));
        return verdict.state(perception.lastReason(), perception.lastSpeed());
    }

    private String last() {
        return "the last of %d commands: %s".formatted(sent.size(), sent.getLast());
    }

    private void keep(Command command) {
        Command copy = new Command();
        copy.set(command);
        sent.add(copy);
    }
}
