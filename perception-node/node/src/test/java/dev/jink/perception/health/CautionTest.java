package dev.jink.perception.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Reason;

import org.junit.jupiter.api.Test;

class CautionTest {
    private static final long MS = 1_000_000;
    private final Caution caution = new Caution(500 * MS);
    private final Command out = new Command();

    private void goodAt(long nanos) {
        Command good = new Command();
        good.set(2, 1, -1, 0.5);
        caution.noteGood(good, nanos);
    }

    @Test
    void shouldStandWhenNothingWasEverDecided() {
        out.set(9, 9, 9, 9);
        caution.command(1000 * MS, out);
        assertEquals(0, out.speed());
        assertEquals(Reason.UNKNOWN, out.reason);
    }

    @Test
    void shouldFadeTheLastGoodCommandToAStop() {
        goodAt(1000 * MS);
        caution.command(1000 * MS, out);
        assertEquals(2, out.vx);
        caution.command(1250 * MS, out);
        assertEquals(1, out.vx);
        assertEquals(0.5, out.vy);
        assertEquals(-0.5, out.vz);
        assertEquals(0.25, out.yawRate);
        assertEquals(Reason.UNKNOWN, out.reason);
        caution.command(1500 * MS, out);
        assertEquals(0, out.vx);
    }

    @Test
    void shouldNotSpeedUpWhenTheClockSeemsToRunBackwards() {
        goodAt(1000 * MS);
        caution.command(900 * MS, out);
        assertEquals(2, out.vx);
    }

    @Test
    void shouldStandAfterABrake() {
        goodAt(1000 * MS);
        caution.forget();
        caution.command(1001 * MS, out);
        assertEquals(0, out.speed());
    }

    @Test
    void shouldKeepTheStampOfTheFrameItAnswers() {
        out.frameStampNanos = 77;
        goodAt(1000 * MS);
        caution.command(1000 * MS, out);
        assertEquals(77, out.frameStampNanos);
    }
}
