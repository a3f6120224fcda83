package dev.jink.calibration;

import java.lang.foreign.MemorySegment;

/** What a picture in memory must be before native code may read it. */
final class PictureCheck {
    private PictureCheck() {}

    /** Step and memory of a picture whose rows hold rowBytes each. */
    static void source(MemorySegment pixels, long rowBytes, int height, long step) {
        if (step < rowBytes) {
            throw new CalibrationException(
                    "picture row step is "
                            + step
                            + " bytes, wanted at least "
                            + rowBytes
                            + ": correct the driver's step field");
        }
        // The last row needs no padding behind it.
        room("picture", pixels, (height - 1) * step + rowBytes, height, step);
    }

    static void target(MemorySegment memory, int width, int height) {
        room("virtual picture", memory, (long) width * height, height, width);
    }

    private static void room(
            String what, MemorySegment memory, long bytes, int rows, long rowBytes) {
        if (!memory.isNative()) {
            throw new CalibrationException(
                    what
                            + " lies on the Java heap, wanted off-heap memory: allocate it from an"
                            + " Arena or a Slab");
        }
        if (memory.byteSize() < bytes) {
            throw new CalibrationException(
                    what
                            + " has "
                            + memory.byteSize()
                            + " bytes, wanted at least "
                            + bytes
                            + " ("
                            + rows
                            + " rows of "
                            + rowBytes
                            + " bytes): pass all of it");
        }
    }

    static CalibrationException wrongSize(
            String builtFor, int width, int height, int gotWidth, int gotHeight, String wayOut) {
        return new CalibrationException(
                "picture is "
                        + gotWidth
                        + "x"
                        + gotHeight
                        + ", wanted "
                        + width
                        + "x"
                        + height
                        + ", the size that "
                        + builtFor
                        + " was built for: "
                        + wayOut);
    }
}
