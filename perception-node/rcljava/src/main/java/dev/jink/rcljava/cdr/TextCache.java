package dev.jink.rcljava.cdr;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/**
 * Texts seen lately, so that the same frame_id in every message is the same String and costs no
 * allocation. Direct-mapped: a colliding text takes the place of the older one. Not thread-safe.
 */
final class TextCache {
    private static final int ENTRIES = 64;
    private static final int LONGEST_BYTES = 256;

    private final byte[][] keys = new byte[ENTRIES][];
    private final String[] texts = new String[ENTRIES];

    /** The text whose UTF-8 form are the {@code length} bytes at {@code offset}. */
    String of(MemorySegment payload, long offset, int length) {
        if (length == 0) {
            return "";
        }
        if (length > LONGEST_BYTES) {
            return decode(bytes(payload, offset, length));
        }
        int entry = hash(payload, offset, length) & (ENTRIES - 1);
        if (!same(keys[entry], payload, offset, length)) {
            keys[entry] = bytes(payload, offset, length);
            texts[entry] = decode(keys[entry]);
        }
        return texts[entry];
    }

    private static int hash(MemorySegment payload, long offset, int length) {
        int hash = 0x811C9DC5;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ payload.get(ValueLayout.JAVA_BYTE, offset + i)) * 0x01000193;
        }
        return hash ^ hash >>> 16;
    }

    private static boolean same(byte[] key, MemorySegment payload, long offset, int length) {
        if (key == null || key.length != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (key[i] != payload.get(ValueLayout.JAVA_BYTE, offset + i)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(MemorySegment payload, long offset, int length) {
        byte[] bytes = new byte[length];
        MemorySegment.copy(payload, ValueLayout.JAVA_BYTE, offset, bytes, 0, length);
        return bytes;
    }

    private static String decode(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
