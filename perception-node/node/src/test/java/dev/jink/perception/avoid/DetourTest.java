package dev.jink.perception.avoid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DetourTest {
    private static final long SECOND = 1_000_000_000L;
    private final Detour detour = new Detour();

    @Test
    void shouldHoldTheWayOutForSomeMetresAndSeconds() {
        assertFalse(detour.held(0));
        detour.begin(0.7, 0, 0);
        assertTrue(detour.held(3 * SECOND));
        assertEquals(0.7, detour.heading());
        assertFalse(detour.held(5 * SECOND), "time is over");
        detour.begin(0.7, 0, 100 * SECOND);
        detour.flown(4.1);
        assertFalse(detour.held(100 * SECOND), "flown");
    }

    @Test
    void shouldHoldTheNextOneLongerWhenItFollowsSoon() {
        detour.begin(0, 0, 0);
        assertEquals(3, detour.seenM());
        detour.begin(0, 0, 10 * SECOND);
        detour.flown(6);
        assertTrue(detour.held(16 * SECOND));
        assertEquals(6, detour.seenM());
        for (int i = 2; i < 10; i++) {
            detour.begin(0, 0, i * 10 * SECOND);
        }
        detour.flown(15);
        assertTrue(detour.held(91 * SECOND));
        detour.flown(2);
        assertFalse(detour.held(91 * SECOND), "no longer than four times");
        assertTrue(detour.seenM() < Surroundings.HORIZON_M, "a free way must be able to end it");
    }

    @Test
    void shouldForgetOldDeadEnds() {
        detour.begin(0, 0, 0);
        detour.begin(0, 0, 16 * SECOND);
        assertEquals(3, detour.seenM());
        detour.begin(0, 0, 17 * SECOND);
        detour.end();
        assertFalse(detour.held(17 * SECOND));
        detour.forget();
        detour.begin(0, 0, 18 * SECOND);
        assertEquals(3, detour.seenM());
    }

    @Test
    void shouldEndWhereAnOpeningIsAbreast() {
        detour.begin(0, 0, 0);
        detour.atMost(1.5);
        detour.flown(1.4);
        assertTrue(detour.held(SECOND));
        detour.flown(0.2);
        assertFalse(detour.held(SECOND));
        detour.begin(0, 0, 100 * SECOND);
        detour.atMost(40);
        detour.flown(4.1);
        assertFalse(detour.held(101 * SECOND), "never longer than without");
    }

    @Test
    void shouldBePassedWhereTheWishPointsElsewhere() {
        detour.begin(1.5, Math.toRadians(170), 0);
        assertFalse(detour.passed(Math.toRadians(170)));
        assertFalse(detour.passed(Math.toRadians(115)));
        assertFalse(detour.passed(Math.toRadians(-135)), "over half a turn");
        assertTrue(detour.passed(Math.toRadians(105)));
        assertTrue(detour.passed(Math.toRadians(-125)));
    }

    @Test
    void shouldRememberWhatWasBarredWhileDeadEndsFollowOnTheWayOut() {
        detour.begin(1.5, 0, 0);
        detour.begin(2, Math.toRadians(-50), 2 * SECOND);
        assertTrue(detour.passed(Math.toRadians(-70)), "that way lies what was barred first");
        detour.end();
        detour.begin(2, Math.toRadians(-70), 3 * SECOND);
        assertFalse(detour.passed(Math.toRadians(-70)), "barred itself");
    }
}
