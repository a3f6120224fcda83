package dev.jink.kernels.vector;

import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.OR;

import dev.jink.kernels.BitLayout;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

/**
 * {@link DotStage}, {@link CopyStage}, {@link Epilogue} and {@link StoreStage} in one pass, for the
 * layer that most networks spend their floats on: signs in, another tensor of the same shape added,
 * floats out. Shortcut and values go straight from slab to slab.
 */
final class ValueStage implements Stage {
    private static final int BITS = Species.bits(MethodHandles.lookup());
    private static final VectorSpecies<Float> FLOATS = Species.floats(BITS);
    private static final VectorSpecies<Long> LONGS = Species.longs(BITS);
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    private static final boolean LINEAR = Species.isLinear(MethodHandles.lookup());
    private static final int LANES = FLOATS.length();
    private static final int GROUP = ChannelConstants.ROWS * LANES;
    private static final int WORD_GROUPS = BitLayout.WORD_BITS / LANES;

    /**
     * @param counts {@code [pixels][groups][2][lanes / 2]}, as {@link CountArguments} says. Not
     *     modified.
     * @param constants {@code [groups][6][lanes]}; see {@link ChannelConstants}. Not modified.
     * @param added the shortcut. Not modified.
     * @param values Modified.
     * @param signs {@code [pixels][words]}. Modified.
     * @param channel first of the block
     * @param channels of the block
     * @param taps K
     */
    record Arguments(
            long[] counts,
            float[] constants,
            FloatRows added,
            FloatRows values,
            long[] signs,
            int channel,
            int channels,
            int taps) {}

    private final long[] counts;
    private final float[] constants;
    private final MemorySegment added;
    private final int addedPitch;
    private final MemorySegment values;
    private final long[] signs;
    private final int pitch;
    private final int channel;
    private final int channels;
    private final int groups;
    private final float taps;

    ValueStage(Arguments arguments) {
        counts = arguments.counts();
        constants = arguments.constants();
        added = arguments.added().floats();
        addedPitch = arguments.added().pitch();
        values = arguments.values().floats();
        signs = arguments.signs();
        pitch = arguments.values().pitch();
        channel = arguments.channel();
        channels = arguments.channels();
        groups = ChannelConstants.groups(channels, LANES);
        taps = arguments.taps();
    }

    @Override
    public void run(int first, int pixels) {
        for (int group = 0; group < groups; group++) {
            finish(first, pixels, group);
        }
        int words = BitLayout.words(channels);
        long used = BitLayout.usedBits(channels, words - 1);
        for (int last = words - 1; last < pixels * words; last += words) {
            signs[last] &= used;
        }
    }

    /** One group of channels of every pixel: its constants stay in registers. */
    private void finish(int first, int pixels, int group) {
        int at = group * GROUP;
        FloatVector scale = FloatVector.fromArray(FLOATS, constants, at);
        FloatVector bias = FloatVector.fromArray(FLOATS, constants, at + LANES);
        FloatVector gamma = FloatVector.fromArray(FLOATS, constants, at + 2 * LANES);
        FloatVector beta = FloatVector.fromArray(FLOATS, constants, at + 3 * LANES);
        FloatVector zeta = FloatVector.fromArray(FLOATS, constants, at + 4 * LANES);
        FloatVector shift = FloatVector.fromArray(FLOATS, constants, at + 5 * LANES);
        long[] count = counts;
        FloatVector minusTwo = FloatVector.broadcast(FLOATS, -2f);
        FloatVector all = FloatVector.broadcast(FLOATS, taps);
        long[] sign = signs;
        MemorySegment from = added;
        MemorySegment to = values;
        int words = BitLayout.words(channels);
        int word = group / WORD_GROUPS;
        int by = group % WORD_GROUPS * LANES;
        long keep = by == 0 ? 0 : -1;
        int countPitch = groups * LANES;
        long bytes = (long) pitch * Float.BYTES;
        long place = ((long) first * pitch + channel + group * LANES) * Float.BYTES;
        long addedBytes = (long) addedPitch * Float.BYTES;
        long addedPlace = ((long) first * addedPitch + channel + group * LANES) * Float.BYTES;
        for (int pixel = 0; pixel < pixels; pixel++) {
            int i = pixel * countPitch + group * LANES;
            LongVector even = LongVector.fromArray(LONGS, count, i);
            LongVector odd = LongVector.fromArray(LONGS, count, i + LANES / 2);
            FloatVector differing =
                    (FloatVector)
                            even.lanewise(OR, odd.lanewise(LSHL, 32))
                                    .reinterpretAsInts()
                                    .convert(I2F, 0);
            // Exact, as both are whole numbers below 2^24: the reference's dot product.
            FloatVector dot = differing.fma(minusTwo, all);
            FloatVector y =
                    dot.mul(scale)
                            .add(bias)
                            .add(FloatVector.fromMemorySegment(FLOATS, from, addedPlace, ORDER));
            if (!LINEAR) {
                FloatVector u = y.sub(gamma);
                y = u.mul(beta).blend(u, u.compare(GE, 0f));
            }
            y = y.add(zeta);
            y.intoMemorySegment(to, place, ORDER);
            long negative = y.add(shift).compare(LT, 0f).toLong();
            int s = pixel * words + word;
            sign[s] = sign[s] & keep | negative << by;
            place += bytes;
            addedPlace += addedBytes;
        }
    }
}
