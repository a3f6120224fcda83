package dev.jink.kernels.vector;

import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LT;

import dev.jink.kernels.BitLayout;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

import java.lang.invoke.MethodHandles;

/**
 * From the exact sums of a band to its output values and its packed signs, in one pass: scale, bias,
 * shortcut, activation, threshold, pack. Multiply and add stay two operations, as in the reference.
 */
final class Epilogue implements RowKernel {
    private static final VectorSpecies<Float> FLOATS =
            Species.floats(Species.bits(MethodHandles.lookup()));
    private static final int LANES = FLOATS.length();
    private static final int GROUP = ChannelConstants.ROWS * LANES;
    private static final int WORD_GROUPS = BitLayout.WORD_BITS / LANES;

    /**
     * @param sums {@code [rows][width][sumPitch]}. Not modified.
     * @param constants {@code [groups][6][lanes]}; see {@link ChannelConstants}. Not modified.
     * @param added {@code [rows][width][addedPitch]}, the shortcut. Not modified.
     * @param values {@code [rows][width][valuePitch]}. Modified.
     * @param signs {@code [rows][width][words]}. Modified.
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
            int width,
            int channels) {}

    private final float[] sums;
    private final int sumPitch;
    private final float[] constants;
    private final float[] added;
    private final int addedPitch;
    private final float[] values;
    private final int valuePitch;
    private final long[] signs;
    private final int width;
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
        width = arguments.width();
        channels = arguments.channels();
        groups = ChannelConstants.groups(channels, LANES);
    }

    @Override
    public void run(int y, int rows) {
        int at = 0;
        for (int x = 0; x < rows * width; x++) {
            for (int g = 0; g < groups; g += WORD_GROUPS) {
                long bits = finish(x, g, Math.min(g + WORD_GROUPS, groups));
                signs[at++] = bits & BitLayout.usedBits(channels, g / WORD_GROUPS);
            }
        }
    }

    /** Groups first to end, at most 64 channels, of one column; returns their signs. */
    private long finish(int x, int first, int end) {
        float[] c = constants;
        int sum = x * sumPitch;
        int add = x * addedPitch;
        int to = x * valuePitch;
        long bits = 0;
        for (int g = first; g < end; g++) {
            int at = g * GROUP;
            FloatVector v =
                    FloatVector.fromArray(FLOATS, sums, sum + g * LANES)
                            .mul(FloatVector.fromArray(FLOATS, c, at))
                            .add(FloatVector.fromArray(FLOATS, c, at + LANES));
            FloatVector u =
                    v.add(FloatVector.fromArray(FLOATS, added, add + g * LANES))
                            .sub(FloatVector.fromArray(FLOATS, c, at + 2 * LANES));
            FloatVector y =
                    u.mul(FloatVector.fromArray(FLOATS, c, at + 3 * LANES))
                            .blend(u, u.compare(GE, 0f))
                            .add(FloatVector.fromArray(FLOATS, c, at + 4 * LANES));
            y.intoArray(values, to + g * LANES);
            long negative =
                    y.add(FloatVector.fromArray(FLOATS, c, at + 5 * LANES))
                            .compare(LT, 0f)
                            .toLong();
            bits |= negative << (g - first) * LANES;
        }
        return bits;
    }
}
