package dev.jink.perception.avoid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What is not known is never free. */
class PlannerUnknownTest extends PlannerBench {
    @Test
    void shouldSlowDownThenStopWhenAllIsUnknown() {
        wanted.set(3, 0, 0, 0);
        plan(40);
        double before = out.speed();
        grid.clearToUnknown();
        plan();
        assertEquals(Reason.UNKNOWN, out.reason);
        assertTrue(out.speed() < before && out.speed() > 0, out.toString());
        double steepest = SETTINGS.maxDecel() * PICTURE_NANOS * 1e-9;
        assertEquals(before - steepest, out.speed(), 1e-6);
        plan(20);
        assertEquals(0, out.speed(), 1e-9);
        assertEquals(0, out.yawRate, 1e-9);
    }

    @Test
    void shouldNeverStartIntoAnUnknownView() {
        grid.clearToUnknown();
        wanted.set(3, 0, 0, 0);
        plan(100);
        assertEquals(0, out.speed());
        assertEquals(Reason.UNKNOWN, out.reason);
    }

    @Test
    void shouldBendAroundAnUnknownPatchAheadAsAroundAnObstacle() {
        for (int row = 4; row < 11; row++) {
            for (int column = 9; column < 12; column++) {
                grid.set(row * 20 + column, Float.NaN, 0);
            }
        }
        wanted.set(2, 0, 0, 0);
        plan(20);
        assertEquals(Reason.BENT, out.reason);
        assertTrue(Math.abs(out.vy) > 0.3, out.toString());
    }

    @Test
    void shouldSlowDownThenStandBeforeAnUnknownBandItCannotGetAround() {
        for (int row = 2; row < 13; row++) {
            for (int column = 2; column < 18; column++) {
                boolean band = row >= 5 && row <= 9;
                grid.set(
                        row * 20 + column,
                        band ? Float.NaN : Float.POSITIVE_INFINITY,
                        band ? 0 : 1);
            }
        }
        wanted.set(3, 0, 0, 0);
        double flown = 0;
        for (int i = 0; i < 200; i++) {
            plan();
            flown += out.vx * PICTURE_NANOS * 1e-9;
            assertTrue(out.speed() < 2.1, out.toString());
        }
        assertEquals(0, out.speed(), 1e-3, out.toString());
        assertTrue(flown < SETTINGS.unknownRangeM(), "flown " + flown + " m");
    }
}
