package dev.jink.training;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * One rendered frame in a pool file: light before any camera touched it, and true ranges.
 *
 * <pre>
 *   0        8       12      16                   38416          39016          39616
 *   +--------+-------+-------+--------------------+--------------+--------------+
 *   | scene  | scene |  0    | light              | obstacle     | surface      |
 *   | seed   | kind  |       | u16 [120][160]     | u16 [15][20] | u16 [15][20] |
 *   +--------+-------+-------+--------------------+--------------+--------------+
 *   little-endian; light = (code / 65535)^2 * 16 (linear, 1 = a white wall in the sun);
 *   obstacle, surface = range in mm of the nearest in this cell, 65535 = none
 * </pre>
 *
 * <p>The square keeps relative steps small in the dark, where a long exposure would show them.
 */
final class FrameLayout {
    static final int BYTES = 39_616;

    /** Brighter light than this is cut off: every exposure that shows anything is white there. */
    static final float MOST_LIGHT = 16f;

    private static final int SCENE_SEED = 0;
    private static final int KIND = 8;
    private static final int LIGHT = 16;
    private static final int RANGE = LIGHT + 2 * VirtualPicture.PIXELS;
    private static final int SURFACE = RANGE + 2 * VirtualPicture.CELLS;
    private static final int TOP = 65_535;
    private static final float MILLIMETRES = 1000f;

    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfChar U16 =
            ValueLayout.JAVA_CHAR_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private FrameLayout() {}

    static void identify(MemorySegment frame, long sceneSeed, int kind) {
        frame.set(LONG, SCENE_SEED, sceneSeed);
        frame.set(INT, KIND, kind);
    }

    static long sceneSeed(MemorySegment frame) {
        return frame.get(LONG, SCENE_SEED);
    }

    static int kind(MemorySegment frame) {
        return frame.get(INT, KIND);
    }

    static void light(MemorySegment frame, int pixel, float light) {
        float share = Math.clamp(light / MOST_LIGHT, 0f, 1f);
        frame.set(U16, LIGHT + 2L * pixel, (char) Math.round(Math.sqrt(share) * TOP));
    }

    static float light(MemorySegment frame, int pixel) {
        float root = frame.get(U16, LIGHT + 2L * pixel) * (1f / TOP);
        return root * root * MOST_LIGHT;
    }

    /** Stores a range; +infinity, NaN and what lies past 65 m become "no obstacle". */
    static void rangeM(MemorySegment frame, int cell, float rangeM) {
        store(frame, RANGE + 2L * cell, rangeM);
    }

    /** As {@link #rangeM(MemorySegment, int, float)}, of the nearest surface of any kind. */
    static void surfaceM(MemorySegment frame, int cell, float rangeM) {
        store(frame, SURFACE + 2L * cell, rangeM);
    }

    private static void store(MemorySegment frame, long at, float rangeM) {
        float code = rangeM * MILLIMETRES;
        frame.set(U16, at, (char) (code < TOP ? Math.round(code) : TOP));
    }

    /** Metres along the ray to the nearest obstacle of the cell; +infinity when there is none. */
    static float rangeM(MemorySegment frame, int cell) {
        return load(frame, RANGE + 2L * cell);
    }

    /** Metres along the ray to the nearest surface of any kind; +infinity in the open sky. */
    static float surfaceM(MemorySegment frame, int cell) {
        return load(frame, SURFACE + 2L * cell);
    }

    private static float load(MemorySegment frame, long at) {
        int code = frame.get(U16, at);
        return code == TOP ? Float.POSITIVE_INFINITY : code / MILLIMETRES;
    }
}
