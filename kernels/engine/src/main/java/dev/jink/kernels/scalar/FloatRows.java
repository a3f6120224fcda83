package dev.jink.kernels.scalar;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import dev.jink.kernels.FloatTensor;

import java.lang.foreign.MemorySegment;

/** Rows of a float tensor, between the slab and arrays of {@code [width][pitch]}. */
final class FloatRows {
    private FloatRows() {}

    /** Room for one row. */
    static float[] row(FloatTensor tensor) {
        return new float[Math.multiplyExact(tensor.shape().width(), tensor.pitch())];
    }

    static void read(FloatTensor from, int y, float[] row) {
        long at = (long) from.index(y, 0) * Float.BYTES;
        MemorySegment.copy(from.floats(), JAVA_FLOAT, at, row, 0, row.length);
    }

    static void write(float[] row, FloatTensor to, int y) {
        long at = (long) to.index(y, 0) * Float.BYTES;
        MemorySegment.copy(row, 0, to.floats(), JAVA_FLOAT, at, row.length);
    }
}
