package dev.jink.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.SplittableRandom;

final class RimTest {
    @Test
    void shouldDrawAnEvenRimAndLeaveTheMiddleAlone() {
        int drawn = 0;
        for (long seed = 0; seed < 50; seed++) {
            byte[] picture = new byte[40 * 30];
            Arrays.fill(picture, (byte) 77);
            Rim.draw(new SplittableRandom(seed), MemorySegment.ofArray(picture), 40, 30);
            int shade = -1;
            for (int i = 0; i < picture.length; i++) {
                int x = i % 40;
                int y = i / 40;
                if (x >= 9 && x < 31 && y >= 9 && y < 21) {
                    assertEquals(77, picture[i], "seed " + seed + " pixel " + i);
                } else if (picture[i] != 77) {
                    assertTrue(shade < 0 || shade == (picture[i] & 255), "seed " + seed);
                    shade = picture[i] & 255;
                }
            }
            drawn += shade >= 0 ? 1 : 0;
        }
        assertTrue(drawn > 45, "rims: " + drawn + " of 50");
    }
}
