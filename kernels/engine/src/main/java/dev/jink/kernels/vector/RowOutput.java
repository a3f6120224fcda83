package dev.jink.kernels.vector;

import dev.jink.kernels.BitLayout;
import dev.jink.kernels.BitTensor;
import dev.jink.kernels.Buffers;
import dev.jink.kernels.FloatTensor;
import dev.jink.kernels.Shape;

import java.util.Arrays;
import java.util.List;

/** The end that both convolutions share: epilogue, and the finished row to the slab. */
final class RowOutput {
    private RowOutput() {}

    /**
     * Appends the last stages of a convolution.
     *
     * @param sums {@code [width][sumPitch]} exact sums of a row
     * @param added {@code [width][addedPitch]} shortcut of a row, see {@link #nothing}
     */
    static void append(
            List<RowKernel> stages,
            int bits,
            Shape out,
            float[] sums,
            float[] constants,
            float[] added,
            Buffers io) {
        int width = out.width();
        int valuePitch = FloatTensor.paddedPitch(out.channels());
        float[] values = new float[width * valuePitch];
        long[] signs = new long[width * BitLayout.words(out.channels())];
        stages.add(
                Specializer.make(
                        Epilogue.class,
                        bits,
                        new Epilogue.Arguments(
                                sums,
                                sums.length / width,
                                constants,
                                added,
                                added.length / width,
                                values,
                                valuePitch,
                                signs,
                                width,
                                out.channels())));
        stages.add(new StoreRow(io.floatsOut(), io.bitsOut(), values, valuePitch, signs));
    }

    /** A shortcut of nothing: minus zero, which leaves every number as it is when added. */
    static float[] nothing(Shape out) {
        float[] added = new float[out.width() * FloatTensor.paddedPitch(out.channels())];
        Arrays.fill(added, -0f);
        return added;
    }

    /** Restores the border of a tensor whose memory others have used meanwhile. */
    static void clear(BitTensor bits) {
        if (bits != null) {
            bits.clear();
        }
    }
}
