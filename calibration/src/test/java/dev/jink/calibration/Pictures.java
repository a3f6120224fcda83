package dev.jink.calibration;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Pictures for tests, off the heap, and the virtual camera that the models of today are for. */
final class Pictures {
    static final VirtualCamera VIRTUAL = new VirtualCamera(160, 120, 80, 80, 79.5, 59.5);

    private Pictures() {}

    interface Painter {
        /** Grey of a pixel, 0 to 255. */
        double at(int column, int row);
    }

    /** A picture of grey pixels with the given row step; the padding is 77. */
    static MemorySegment gray(int width, int height, int step, Painter painter) {
        MemorySegment picture = empty((long) step * height);
        picture.fill((byte) 77);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                set(picture, (long) row * step + column, (int) Math.rint(painter.at(column, row)));
            }
        }
        return picture;
    }

    static MemorySegment empty(long bytes) {
        return Arena.ofAuto().allocate(bytes, 64);
    }

    static int get(MemorySegment picture, long at) {
        return picture.get(ValueLayout.JAVA_BYTE, at) & 0xff;
    }

    static void set(MemorySegment picture, long at, int value) {
        picture.set(ValueLayout.JAVA_BYTE, at, (byte) value);
    }

    static boolean seen(RectifyMaps maps, int pixel) {
        return get(maps.valid(), pixel) != 0;
    }
}
