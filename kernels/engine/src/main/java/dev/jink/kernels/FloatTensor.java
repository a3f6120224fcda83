package dev.jink.kernels;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;

/**
 * A float32 tensor {@code [height][width][pitch]} over off-heap memory.
 *
 * <p>Between layers the pitch is the channel count rounded up to {@value #LANES}, so that a vector
 * may hang over the last channel without touching the next pixel. The plan's output is dense: there
 * {@code pitch == channels}.
 *
 * @param shape height, width, channels
 * @param pitch floats from one pixel to the next, at least channels
 * @param floats its memory, {@link #bytes} long, 64-byte aligned
 */
public record FloatTensor(Shape shape, int pitch, MemorySegment floats) {
    /** The widest float vector. */
    public static final int LANES = 16;

    public FloatTensor {
        if (pitch < shape.channels() || floats.byteSize() != bytes(shape, pitch)) {
            throw new IllegalArgumentException(
                    ("float tensor %s: got pitch %d and %d bytes, wanted pitch %d or more and %d"
                                    + " bytes: slice it after its shape")
                            .formatted(
                                    shape,
                                    pitch,
                                    floats.byteSize(),
                                    shape.channels(),
                                    bytes(shape, pitch)));
        }
    }

    public static int paddedPitch(int channels) {
        return (channels + LANES - 1) & -LANES;
    }

    public static long bytes(Shape shape, int pitch) {
        return (long) shape.pixels() * pitch * Float.BYTES;
    }

    /** Index of channel 0 of pixel (y, x), in floats. */
    public int index(int y, int x) {
        return (y * shape.width() + x) * pitch;
    }

    public float get(int index) {
        return floats.getAtIndex(JAVA_FLOAT, index);
    }

    public void set(int index, float value) {
        floats.setAtIndex(JAVA_FLOAT, index, value);
    }
}
