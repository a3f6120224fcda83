package dev.jink.perception.health;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class InputPaceTest {
    private static final long MS = 1_000_000;
    private final InputPace pace = new InputPace(200 * MS);
    private long now = 5000 * MS;

    private boolean after(long ms) {
        now += ms * MS;
        return pace.isSlow(now);
    }

    @Test
    void shouldBelieveFiveHertzAndNotLess() {
        for (int i = 0; i < 20; i++) {
            assertFalse(after(200), "at 5 Hz, picture " + i);
        }
        assertTrue(after(201));
    }

    @Test
    void shouldDistrustOnePictureForOneHiccup() {
        for (int i = 0; i < 5; i++) {
            assertFalse(after(33));
        }
        assertTrue(after(600));
        assertFalse(after(33));
    }

    @Test
    void shouldDistrustUntilPicturesComeFasterAgain() {
        after(33);
        assertTrue(after(2000));
        assertTrue(after(33));
        assertTrue(after(33));
        assertTrue(after(33));
        assertFalse(after(33));
    }

    @Test
    void shouldNotCountTheTimeBeforeTheFirstPicture() {
        after(33);
        after(33);
        pace.restart();
        assertFalse(after(60_000));
        assertFalse(after(33));
    }
}
