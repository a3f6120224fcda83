package dev.jink.perception.sight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.SplittableRandom;

class SharpnessTest {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 120;

    private final MemorySegment picture = Arena.ofAuto().allocate(WIDTH * HEIGHT, 64);
    private final MemorySegment valid = Arena.ofAuto().allocate(WIDTH * HEIGHT, 64);
    private final Sharpness sharpness = new Sharpness();

    SharpnessTest() {
        valid.fill((byte) 255);
    }

    private void set(int x, int y, int grey) {
        picture.set(ValueLayout.JAVA_BYTE, y * WIDTH + x, (byte) grey);
    }

    @Test
    void shouldBeTheShareOfStepsInTheVariance() {
        // Half black, half white: one step of 200 in 159 of each row, deviation 100.
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                set(x, y, x < WIDTH / 2 ? 0 : 200);
            }
        }
        double pairs = HEIGHT * (WIDTH - 1) + WIDTH * (HEIGHT - 1);
        double wanted = HEIGHT * 200.0 * 200 / (2 * pairs * 100 * 100);
        assertEquals(wanted, sharpness.of(picture, valid, WIDTH, 100), 1e-12);
    }

    @Test
    void shouldBeNearOneForNoise() {
        SplittableRandom dice = new SplittableRandom(4);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                set(x, y, 100 + dice.nextInt(50));
            }
        }
        assertEquals(1, sharpness.of(picture, valid, WIDTH, 50 / Math.sqrt(12)), 0.05);
    }

    @Test
    void shouldBeSmallOnceEdgesAreSmearedOverATenthOfThePicture() {
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                set(x, y, (int) (128 + 80 * Math.sin(x / 20.0) * Math.cos(y / 20.0)));
            }
        }
        assertTrue(sharpness.of(picture, valid, WIDTH, 40) < 0.0025);
    }

    @Test
    void shouldNotLookOutsideOfTheCamerasPicture() {
        picture.fill((byte) 90);
        for (int y = 0; y < HEIGHT; y++) {
            set(0, y, 255);
            valid.set(ValueLayout.JAVA_BYTE, y * WIDTH, (byte) 0);
        }
        assertEquals(0, sharpness.of(picture, valid, WIDTH, 40));
    }

    @Test
    void shouldNotDivideByNothing() {
        valid.fill((byte) 0);
        assertEquals(0, sharpness.of(picture, valid, WIDTH, 40));
        valid.fill((byte) 255);
        assertEquals(0, sharpness.of(picture, valid, WIDTH, 0));
    }
}
