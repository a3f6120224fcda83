package dev.jink.kernels.vector;

import dev.jink.kernels.BitLayout;
import dev.jink.kernels.Buffers;
import dev.jink.kernels.FloatTensor;
import dev.jink.kernels.Shape;

import java.util.Arrays;
import java.util.List;

/** The end that both convolutions share: epilogue, and the finished row to the slab. */
final class OutputStages {
    private OutputStages() {}

    /**
     * Appends the last stages of a convolution.
     *
     * @param out shape of the layer's output
     * @param channel first channel of the block at hand
     * @param channels of the block
     * @param stretch most pixels at a time
     * @param sums {@code [stretch][sumPitch]} exact sums of the block
     * @param constants of the block
     * @param added {@code [stretch][addedPitch]} shortcut, see {@link #nothing}
     */
    static void append(
            List<Stage> stages,
            int bits,
            Shape out,
            int channel,
            int channels,
            int stretch,
            float[] sums,
            float[] constants,
            float[] added,
            Buffers io) {
        int valuePitch = FloatTensor.paddedPitch(channels);
        int words = BitLayout.words(channels);
        float[] values = new float[stretch * valuePitch];
        long[] signs = new long[stretch * words];
        stages.add(
                Specializer.make(
                        Epilogue.class,
                        bits,
                        new Epilogue.Arguments(
                                sums,
                                sums.length / stretch,
                                constants,
                                added,
                                added.length / stretch,
                                values,
                                valuePitch,
                                signs,
                                channels)));
        stages.add(
                new StoreStage(
                        io.floatsOut(),
                        io.bitsOut(),
                        channel,
                        values,
                        valuePitch,
                        signs,
                        words,
                        out.width()));
    }

    /** A shortcut of nothing: minus zero, which leaves every number as it is when added. */
    static float[] nothing(int stretch, int channels) {
        float[] added = new float[stretch * FloatTensor.paddedPitch(channels)];
        Arrays.fill(added, -0f);
        return added;
    }
}
