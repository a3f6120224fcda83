package dev.jink.kernels.vector;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import dev.jink.kernels.FloatTensor;

import java.lang.foreign.MemorySegment;

/** One row of a float tensor, from the slab into an array of the same pitch. */
final class CopyRow implements RowKernel {
    private final FloatTensor in;
    private final float[] row;

    /**
     * @param in Not modified.
     * @param row {@code [width][pitch]}. Modified.
     */
    CopyRow(FloatTensor in, float[] row) {
        this.in = in;
        this.row = row;
    }

    @Override
    public void run(int y) {
        long from = (long) in.index(y, 0) * Float.BYTES;
        MemorySegment.copy(in.floats(), JAVA_FLOAT, from, row, 0, row.length);
    }
}
