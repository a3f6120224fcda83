package dev.jink.perception.health;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WarmthTest {
    private static final int CALM_LOOKS = 10;

    private final Warmth warmth = new Warmth(false);
    private long frames;
    private long bytes;

    private void seconds(int n, int framesEach, int bytesEach) {
        for (int i = 0; i < n; i++) {
            frames += framesEach;
            bytes += bytesEach;
            warmth.look(frames, bytes);
        }
    }

    @Test
    void shouldBelieveAWarmUpThatSettled() {
        Warmth settled = new Warmth(true);
        settled.look(30, 4000);
        assertTrue(settled.isSettled());
    }

    @Test
    void shouldBelieveFramesThatTookNoHeapForTenSeconds() {
        seconds(CALM_LOOKS - 1, 30, 0);
        assertFalse(warmth.isSettled());
        seconds(1, 30, 0);
        assertTrue(warmth.isSettled());
    }

    @Test
    void shouldNotBelieveAPathThatAllocates() {
        seconds(100, 30, 64);
        assertFalse(warmth.isSettled());
    }

    @Test
    void shouldBeginAnewWhenOneFrameAllocates() {
        seconds(CALM_LOOKS - 1, 30, 0);
        seconds(1, 30, 24);
        seconds(CALM_LOOKS - 1, 30, 0);
        assertFalse(warmth.isSettled());
        seconds(1, 30, 0);
        assertTrue(warmth.isSettled());
    }

    @Test
    void shouldLearnNothingWhileNoFrameComes() {
        seconds(100, 0, 0);
        assertFalse(warmth.isSettled());
    }
}
