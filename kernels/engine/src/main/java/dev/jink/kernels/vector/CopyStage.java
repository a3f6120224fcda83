package dev.jink.kernels.vector;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import dev.jink.kernels.FloatTensor;

import java.lang.foreign.MemorySegment;

/** Some channels of a few pixels of a float tensor, from the slab into an array. */
final class CopyStage implements Stage {
    private final FloatTensor in;
    private final int channel;
    private final float[] to;
    private final int pitch;

    /**
     * @param in Not modified.
     * @param channel first channel
     * @param to {@code [pixels][pitch]}. Modified.
     * @param pitch channels to copy, at most what the tensor has from there on
     */
    CopyStage(FloatTensor in, int channel, float[] to, int pitch) {
        this.in = in;
        this.channel = channel;
        this.to = to;
        this.pitch = pitch;
    }

    @Override
    public void run(int first, int pixels) {
        long from = ((long) first * in.pitch() + channel) * Float.BYTES;
        if (pitch == in.pitch()) {
            MemorySegment.copy(in.floats(), JAVA_FLOAT, from, to, 0, pixels * pitch);
            return;
        }
        for (int i = 0; i < pixels; i++) {
            MemorySegment.copy(in.floats(), JAVA_FLOAT, from, to, i * pitch, pitch);
            from += (long) in.pitch() * Float.BYTES;
        }
    }
}
