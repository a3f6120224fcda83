package dev.jink.perception;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Reason;
import dev.jink.perception.deadline.Outcome;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The path's own way to the controller hangs, on virtual time: the guard has one of its own. */
final class HangingSendTest {
    private static final long MS = TestClock.MS;

    private final TestClock clock = new TestClock(1_000_000 * MS);
    private final List<String> wire = new ArrayList<>();
    private final SplittableRandom dice = new SplittableRandom(5);
    private long startNanos;
    private long hangMs;
    private final Perception perception =
            Flights.active(
                    TestModel.constant(-6),
                    new Links(this::hang, command -> note("guard", command), command -> {}),
                    clock,
                    Flights::fail);

    @AfterEach
    void close() {
        perception.close();
    }

    @Test
    void shouldSendOnceWhenNothingHangs() {
        show();
        assertEquals(1, wire.size(), wire::toString);
        assertTrue(wire.getFirst().startsWith("path"), wire::toString);
        assertEquals(1, perception.counters().of(Outcome.ACTED));
    }

    @Test
    void shouldBrakeByTheGuardsOwnWayInTimeAndHaveTheLastWord() {
        hangMs = 70;
        show();
        assertEquals("guard BRAKE after 40 ms", wire.get(0));
        assertTrue(wire.get(1).startsWith("path"), wire::toString);
        assertEquals("path BRAKE after 70 ms", wire.get(2));
        assertEquals(3, wire.size(), wire::toString);
        assertEquals(0, perception.counters().of(Outcome.ACTED));
        assertEquals(1, perception.counters().of(Outcome.BRAKED));
        assertEquals(0, perception.counters().figures().missedDeadlines());
        assertEquals(1, perception.counters().figures().lateResults());
        assertEquals(1, perception.overtakenSends());
        assertEquals(0, perception.counters().figures().open());
    }

    @Test
    void shouldGoOnBrakingWhileTheSendHangsForGood() {
        hangMs = 2_000;
        show();
        long brakes = wire.stream().filter(line -> line.startsWith("guard BRAKE")).count();
        assertTrue(brakes > 10, () -> "one at once, then ten a second: " + wire);
    }

    @Test
    void shouldFlyOnWhenTheWayIsFreeAgain() {
        hangMs = 70;
        show();
        hangMs = 0;
        wire.clear();
        show();
        assertEquals(1, wire.size(), wire::toString);
        assertEquals(1, perception.counters().of(Outcome.ACTED));
    }

    private void show() {
        clock.advanceMs(33);
        startNanos = clock.nanos();
        perception.flight().want(1, 0, 0, 0, startNanos);
        Flights.show(perception, startNanos, dice);
        perception.step();
    }

    private void hang(Command command) {
        long ms = hangMs;
        hangMs = 0;
        for (long i = 0; i < ms; i++) {
            clock.advanceMs(1);
            perception.pollGuard();
        }
        note("path", command);
    }

    private void note(String who, Command command) {
        String what = command.reason == Reason.BRAKE ? "BRAKE" : "command";
        wire.add("%s %s after %d ms".formatted(who, what, (clock.nanos() - startNanos) / MS));
    }
}
