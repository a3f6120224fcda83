package dev.jink.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.lang.foreign.MemorySegment;

class DarkroomTest {
    @Test
    void shouldMirrorPictureAndLabelsTogether() {
        // Left half bright and near, right half dark and clear: that bond must survive a mirror.
        MemorySegment frame = MemorySegment.ofArray(new byte[FrameLayout.BYTES]);
        for (int i = 0; i < VirtualPicture.PIXELS; i++) {
            FrameLayout.light(frame, i, i % VirtualPicture.WIDTH < 80 ? 1f : 0.1f);
        }
        for (int cell = 0; cell < VirtualPicture.CELLS; cell++) {
            boolean left = cell % VirtualPicture.COLUMNS < 10;
            FrameLayout.rangeM(frame, cell, left ? 1.2f : Float.POSITIVE_INFINITY);
        }
        Darkroom darkroom = new Darkroom();
        Example example = new Example();
        int mirrored = 0;
        for (int i = 0; i < 40; i++) {
            darkroom.develop(frame, Seeds.random(1, 2, i), example);
            boolean leftNear = example.rangeM(7 * VirtualPicture.COLUMNS + 5) < 2;
            boolean rightNear = example.rangeM(7 * VirtualPicture.COLUMNS + 14) < 2;
            assertTrue(leftNear ^ rightNear);
            int left = grey(example, 40);
            int right = grey(example, 112);
            // Equal but for noise where the exposure drowned both.
            assertTrue(leftNear ? left >= right - 6 : right >= left - 6, left + " " + right);
            mirrored += rightNear ? 1 : 0;
        }
        assertTrue(mirrored > 10 && mirrored < 30, "mirrored " + mirrored + " of 40");
    }

    /** Mean of an 8x8 patch in the middle row. */
    private static int grey(Example example, int x) {
        int sum = 0;
        for (int i = 0; i < 64; i++) {
            int at = (56 + i / 8) * VirtualPicture.WIDTH + x + i % 8;
            sum += Byte.toUnsignedInt(example.picture(at));
        }
        return sum / 64;
    }

    @Test
    void shouldLeaveABorderOutOfPictureAndLabels() {
        Example example = new Example();
        example.normalise(new FieldOfView(9, 0, 151, 120));
        assertEquals((byte) 128, example.picture(0));
        assertFalse(example.seen(0));
        assertFalse(example.seen(1)); // pixels 8 … 15, of which one is not there
        assertTrue(example.seen(2));
        assertTrue(example.seen(17));
        assertFalse(example.seen(18));
    }
}
