package dev.jink.kernels.vector;

import dev.jink.kernels.BitLayout;
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
     * @param band most rows of a band
     * @param sums {@code [band][width][sumPitch]} exact sums
     * @param added {@code [band][width][addedPitch]} shortcut, see {@link #nothing}
     */
    static void append(
            List<RowKernel> stages,
            int bits,
            Shape out,
            int band,
            float[] sums,
            float[] constants,
            float[] added,
            Buffers io) {
        int pixels = band * out.width();
        int valuePitch = FloatTensor.paddedPitch(out.channels());
        float[] values = new float[pixels * valuePitch];
        long[] signs = new long[pixels * BitLayout.words(out.channels())];
        stages.add(
                Specializer.make(
                        Epilogue.class,
                        bits,
                        new Epilogue.Arguments(
                                sums,
                                sums.length / pixels,
                                constants,
                                added,
                                added.length / pixels,
                                values,
                                valuePitch,
                                signs,
                                out.width(),
                                out.channels())));
        stages.add(new StoreRow(io.floatsOut(), io.bitsOut(), values, valuePitch, signs));
    }

    /** A shortcut of nothing: minus zero, which leaves every number as it is when added. */
    static float[] nothing(Shape out, int band) {
        float[] added = new float[band * out.width() * FloatTensor.paddedPitch(out.channels())];
        Arrays.fill(added, -0f);
        return added;
    }
}
