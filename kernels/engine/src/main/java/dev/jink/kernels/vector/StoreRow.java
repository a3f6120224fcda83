package dev.jink.kernels.vector;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.jink.kernels.BitTensor;
import dev.jink.kernels.FloatTensor;

import java.lang.foreign.MemorySegment;

/** A finished row, from arrays into the slab: floats, signs, or both. */
final class StoreRow implements RowKernel {
    private final FloatTensor floats;
    private final BitTensor bits;
    private final float[] values;
    private final int valuePitch;
    private final long[] signs;

    /**
     * @param floats or null. Modified.
     * @param bits or null. Modified.
     * @param values {@code [width][valuePitch]}. Not modified.
     * @param signs {@code [width][words]}. Not modified.
     */
    StoreRow(FloatTensor floats, BitTensor bits, float[] values, int valuePitch, long[] signs) {
        this.floats = floats;
        this.bits = bits;
        this.values = values;
        this.valuePitch = valuePitch;
        this.signs = signs;
    }

    @Override
    public void run(int y) {
        if (bits != null) {
            long to = bits.layout().wordIndex(y, 0) * Long.BYTES;
            MemorySegment.copy(signs, 0, bits.words(), JAVA_LONG, to, signs.length);
        }
        if (floats == null) {
            return;
        }
        long to = (long) floats.index(y, 0) * Float.BYTES;
        if (floats.pitch() == valuePitch) {
            MemorySegment.copy(values, 0, floats.floats(), JAVA_FLOAT, to, values.length);
            return;
        }
        for (int from = 0; from < values.length; from += valuePitch) {
            MemorySegment.copy(values, from, floats.floats(), JAVA_FLOAT, to, floats.pitch());
            to += (long) floats.pitch() * Float.BYTES;
        }
    }
}
