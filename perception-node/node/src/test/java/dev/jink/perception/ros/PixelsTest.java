package dev.jink.perception.ros;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jink.rcljava.OffHeapBytes;

import org.junit.jupiter.api.Test;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/** The three forms in which rcljava's images may come. */
class PixelsTest {
    private static final byte[] BYTES = {1, -2, 3, -4, 5, -6, 7};

    private static byte[] copied(Object data, int bytes) {
        MemorySegment target = Arena.ofAuto().allocate(bytes);
        Pixels.copy(data, target, bytes);
        return target.toArray(ValueLayout.JAVA_BYTE);
    }

    @Test
    void shouldReadAnArray() {
        assertEquals(7, Pixels.size(BYTES));
        assertArrayEquals(BYTES, copied(BYTES, 7));
    }

    @Test
    void shouldReadOffHeapMemoryInOneCopy() {
        OffHeapBytes data = OffHeapBytes.allocate(16);
        data.setAll(BYTES);
        assertEquals(7, Pixels.size(data), "the length, not the capacity");
        assertArrayEquals(BYTES, copied(data, 7));
    }

    @Test
    void shouldReadAListByteByByte() {
        List<Byte> list = new ArrayList<>();
        for (byte b : BYTES) {
            list.add(b);
        }
        assertEquals(7, Pixels.size(list));
        assertArrayEquals(BYTES, copied(list, 7));
    }

    @Test
    void shouldCopyNoMoreThanAskedFor() {
        assertArrayEquals(new byte[] {1, -2, 3}, copied(BYTES, 3));
    }

    @Test
    void shouldKnowNoSizeOfAnythingElse() {
        assertEquals(-1, Pixels.size(null));
        assertEquals(-1, Pixels.size("text"));
    }
}
