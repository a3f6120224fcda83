package dev.jink.kernels.vector;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import dev.jink.kernels.FloatTensor;

import java.lang.foreign.MemorySegment;

/** A band of a float tensor, from the slab into an array of the same pitch. */
final class CopyRow implements RowKernel {
    private final FloatTensor in;
    private final float[] band;
    private final int rowFloats;

    /**
     * @param in Not modified.
     * @param band {@code [rows][width][pitch]}. Modified.
     */
    CopyRow(FloatTensor in, float[] band) {
        this.in = in;
        this.band = band;
        rowFloats = in.shape().width() * in.pitch();
    }

    @Override
    public void run(int y, int rows) {
        long from = (long) in.index(y, 0) * Float.BYTES;
        MemorySegment.copy(in.floats(), JAVA_FLOAT, from, band, 0, rows * rowFloats);
    }
}
