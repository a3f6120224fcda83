package dev.jink.kernels.vector;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.jink.kernels.BitTensor;
import dev.jink.kernels.FloatTensor;

import java.lang.foreign.MemorySegment;

/** A finished band, from arrays into the slab: floats, signs, or both. */
final class StoreRow implements RowKernel {
    private final FloatTensor floats;
    private final BitTensor bits;
    private final float[] values;
    private final int valuePitch;
    private final long[] signs;
    private final int rowWords;

    /**
     * @param floats or null. Modified.
     * @param bits or null. Modified.
     * @param values {@code [rows][width][valuePitch]}. Not modified.
     * @param signs {@code [rows][width][words]}. Not modified.
     */
    StoreRow(FloatTensor floats, BitTensor bits, float[] values, int valuePitch, long[] signs) {
        this.floats = floats;
        this.bits = bits;
        this.values = values;
        this.valuePitch = valuePitch;
        this.signs = signs;
        rowWords = bits == null ? 0 : bits.layout().shape().width() * bits.layout().words();
    }

    @Override
    public void run(int y, int rows) {
        for (int row = 0; bits != null && row < rows; row++) {
            long to = bits.layout().wordIndex(y + row, 0) * Long.BYTES;
            MemorySegment.copy(signs, row * rowWords, bits.words(), JAVA_LONG, to, rowWords);
        }
        if (floats == null) {
            return;
        }
        long to = (long) floats.index(y, 0) * Float.BYTES;
        int end = rows * floats.shape().width() * valuePitch;
        if (floats.pitch() == valuePitch) {
            MemorySegment.copy(values, 0, floats.floats(), JAVA_FLOAT, to, end);
            return;
        }
        for (int from = 0; from < end; from += valuePitch) {
            MemorySegment.copy(values, from, floats.floats(), JAVA_FLOAT, to, floats.pitch());
            to += (long) floats.pitch() * Float.BYTES;
        }
    }
}
