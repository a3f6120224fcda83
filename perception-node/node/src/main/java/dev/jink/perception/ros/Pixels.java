package dev.jink.perception.ros;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/**
 * The bytes of an image message, in whichever of the three forms its transport gives them: the
 * embedded one's view of off-heap memory, osrf rcljava's {@code byte[]}, upstream rcljava's {@code
 * List<Byte>}. The first two are one bulk copy; the last is a call and an unboxing per byte, which
 * a VGA picture does not survive inside the deadline.
 */
final class Pixels {
    private static final boolean EMBEDDED = EmbeddedTransport.isPresent();

    private Pixels() {}

    /** How many bytes there are; -1 when {@code data} is none of the three forms. */
    static long size(Object data) {
        return switch (data) {
            case byte[] array -> array.length;
            case List<?> list -> list.size();
            case null, default -> -1;
        };
    }

    /** Copies the first {@code bytes} into {@code target}. Not more than {@link #size}. */
    static void copy(Object data, MemorySegment target, long bytes) {
        if (data instanceof byte[] array) {
            MemorySegment.copy(array, 0, target, ValueLayout.JAVA_BYTE, 0, (int) bytes);
            return;
        }
        MemorySegment memory = EMBEDDED ? EmbeddedTransport.segment(data) : null;
        if (memory != null) {
            MemorySegment.copy(memory, 0, target, 0, bytes);
            return;
        }
        List<?> list = (List<?>) data;
        for (int i = 0; i < bytes; i++) {
            target.set(ValueLayout.JAVA_BYTE, i, (Byte) list.get(i));
        }
    }
}
