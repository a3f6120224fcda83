package dev.jink.kernels.vector;

import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LT;

import dev.jink.kernels.BitLayout;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

import java.lang.invoke.MethodHandles;

/**
 * From the exact sums of a few pixels to its output values and its packed signs, in one pass: scale, bias,
 * shortcut, activation, threshold, pack. Multiply and add stay two operations, as in the reference.
 */
final class Epilogue implements Stage {
    private static final VectorSpecies<Float> FLOATS =
            Species.floats(Species.bits(MethodHandles.lookup()));
    private static final int LANES = FLOATS.length();
    private static final int GROUP = ChannelConstants.ROWS * LANES;
    private static final int WORD_GROUPS = BitLayout.WORD_BITS / LANES;

    /**
     * @param sums {@code [pixels][sumPitch]}. Not modified.
     * @param constants {@code [groups][6][lanes]}; see {@link ChannelConstants}. Not modified.
     * @param added {@code [pixels][addedPitch]}, the shortcut. Not modified.
     * @param values {@code [pixels][valuePitch]}. Modified.
     * @param signs {@code [pixels][words]}. Modified.
     */
    record Arguments(
            float[] sums,
            int sumPitch,
            float[] constants,
            float[] added,
            int addedPitch,
            float[] values,
            int valuePitch,
            long[] signs,
            int channels) {}

    private final float[] sums;
    private final int sumPitch;
    private final float[] constants;
    private final float[] added;
    private final int addedPitch;
    private final float[] values;
    private final int valuePitch;
    private final long[] signs;
    private final int channels;
    private final int groups;

    Epilogue(Arguments arguments) {
        sums = arguments.sums();
        sumPitch = arguments.sumPitch();
        constants = arguments.constants();
        added = arguments.added();
        addedPitch = arguments.addedPitch();
        values = arguments.values();
        valuePitch = arguments.valuePitch();
        signs = arguments.signs();
        channels = arguments.channels();
        groups = ChannelConstants.groups(channels, LANES);
    }

    @Override
    public void run(int first, int pixels) {
        for (int group = 0; group < groups; group++) {
            finish(group, pixels);
        }
        int words = BitLayout.words(channels);
        long used = BitLayout.usedBits(channels, words - 1);
        for (int last = words - 1; last < pixels * words; last += words) {
            signs[last] &= used;
        }
    }

    /** One group of channels of every pixel: its constants stay in registers. */
    private void finish(int group, int pixels) {
        int at = group * GROUP;
        FloatVector scale = FloatVector.fromArray(FLOATS, constants, at);
        FloatVector bias = FloatVector.fromArray(FLOATS, constants, at + LANES);
        FloatVector gamma = FloatVector.fromArray(FLOATS, constants, at + 2 * LANES);
        FloatVector beta = FloatVector.fromArray(FLOATS, constants, at + 3 * LANES);
        FloatVector zeta = FloatVector.fromArray(FLOATS, constants, at + 4 * LANES);
        FloatVector shift = FloatVector.fromArray(FLOATS, constants, at + 5 * LANES);
        float[] sum = sums;
        float[] add = added;
        float[] value = values;
        long[] sign = signs;
        int words = BitLayout.words(channels);
        int word = group / WORD_GROUPS;
        int by = group % WORD_GROUPS * LANES;
        long keep = by == 0 ? 0 : -1;
        int channel = group * LANES;
        for (int pixel = 0; pixel < pixels; pixel++) {
            FloatVector u =
                    FloatVector.fromArray(FLOATS, sum, pixel * sumPitch + channel)
                            .mul(scale)
                            .add(bias)
                            .add(FloatVector.fromArray(FLOATS, add, pixel * addedPitch + channel))
                            .sub(gamma);
            FloatVector y = u.mul(beta).blend(u, u.compare(GE, 0f)).add(zeta);
            y.intoArray(value, pixel * valuePitch + channel);
            long negative = y.add(shift).compare(LT, 0f).toLong();
            int to = pixel * words + word;
            sign[to] = sign[to] & keep | negative << by;
        }
    }
}
