package dev.jink.kernels.vector;

import dev.jink.kernels.FloatTensor;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Real values that a stage reads or writes straight in the slab, or what stands for none.
 *
 * @param floats {@code [pixels][pitch]}, padded to whole vectors
 * @param pitch floats from pixel to pixel; 0 where all pixels share the same
 */
record FloatRows(MemorySegment floats, int pitch) {
    static FloatRows of(FloatTensor tensor) {
        return new FloatRows(tensor.floats(), tensor.pitch());
    }

    /** To read: minus zero, which leaves every number as it is when added. */
    static FloatRows nothing(int channels) {
        FloatRows zeros = sink(channels);
        for (int i = 0; i < FloatTensor.paddedPitch(channels); i++) {
            zeros.floats.setAtIndex(ValueLayout.JAVA_FLOAT, i, -0f);
        }
        return zeros;
    }

    /** To write: where values go of which only the signs are read, all pixels over each other. */
    static FloatRows sink(int channels) {
        long bytes = (long) FloatTensor.paddedPitch(channels) * Float.BYTES;
        return new FloatRows(Arena.ofAuto().allocate(bytes, FloatTensor.LANES * Float.BYTES), 0);
    }
}
