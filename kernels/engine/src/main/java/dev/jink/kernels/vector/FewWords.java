package dev.jink.kernels.vector;

import static jdk.incubator.vector.VectorOperators.BIT_COUNT;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.OR;
import static jdk.incubator.vector.VectorOperators.XOR;

import dev.jink.kernels.BitLayout;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

/**
 * {@link TileCounts} and {@link ValueStage} in one pass, where a pixel has so few words under the
 * kernel (a 1x1 layer of up to 256 channels) that a group's weights stay in registers and counts
 * need no memory: what such a layer takes is its floats.
 */
final class FewWords implements Stage {
    /** Words under the kernel. */
    static final int MOST = 4;

    private static final int BITS = Species.bits(MethodHandles.lookup());
    private static final VectorSpecies<Float> FLOATS = Species.floats(BITS);
    private static final VectorSpecies<Long> LONGS = Species.longs(BITS);
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    private static final int WORDS = Species.count(MethodHandles.lookup());
    private static final boolean LINEAR = Species.isLinear(MethodHandles.lookup());
    private static final int LANES = FLOATS.length();
    private static final int VECTOR = LANES / 2;
    private static final int GROUP = ChannelConstants.ROWS * LANES;
    private static final int WORD_GROUPS = BitLayout.WORD_BITS / LANES;

    /**
     * @param patches {@code [pixels][words]} words under the kernel. Not modified.
     * @param weights {@code [vectors][words][lanes / 2]}, as {@link CountArguments} says. Not
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
            long[] patches,
            long[] weights,
            float[] constants,
            FloatRows added,
            FloatRows values,
            long[] signs,
            int channel,
            int channels,
            int taps) {}

    private final long[] patches;
    private final long[] weights;
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

    FewWords(Arguments arguments) {
        patches = arguments.patches();
        weights = arguments.weights();
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
        long[] x = patches;
        int w = (channel + group * LANES) * WORDS;
        LongVector even0 = LongVector.fromArray(LONGS, weights, w);
        LongVector even1 = WORDS > 1 ? LongVector.fromArray(LONGS, weights, w + VECTOR) : even0;
        LongVector even2 = WORDS > 2 ? LongVector.fromArray(LONGS, weights, w + 2 * VECTOR) : even0;
        LongVector even3 = WORDS > 3 ? LongVector.fromArray(LONGS, weights, w + 3 * VECTOR) : even0;
        w += WORDS * VECTOR;
        LongVector odd0 = LongVector.fromArray(LONGS, weights, w);
        LongVector odd1 = WORDS > 1 ? LongVector.fromArray(LONGS, weights, w + VECTOR) : odd0;
        LongVector odd2 = WORDS > 2 ? LongVector.fromArray(LONGS, weights, w + 2 * VECTOR) : odd0;
        LongVector odd3 = WORDS > 3 ? LongVector.fromArray(LONGS, weights, w + 3 * VECTOR) : odd0;
        FloatVector minusTwo = FloatVector.broadcast(FLOATS, -2f);
        FloatVector all = FloatVector.broadcast(FLOATS, taps);
        long[] sign = signs;
        MemorySegment from = added;
        MemorySegment to = values;
        int words = BitLayout.words(channels);
        int word = group / WORD_GROUPS;
        int by = group % WORD_GROUPS * LANES;
        long keep = by == 0 ? 0 : -1;
        long bytes = (long) pitch * Float.BYTES;
        long place = ((long) first * pitch + channel + group * LANES) * Float.BYTES;
        long addedBytes = (long) addedPitch * Float.BYTES;
        long addedPlace = ((long) first * addedPitch + channel + group * LANES) * Float.BYTES;
        for (int pixel = 0; pixel < pixels; pixel++) {
            int i = pixel * WORDS;
            LongVector bits = LongVector.broadcast(LONGS, x[i]);
            LongVector even = bits.lanewise(XOR, even0).lanewise(BIT_COUNT);
            LongVector odd = bits.lanewise(XOR, odd0).lanewise(BIT_COUNT);
            if (WORDS > 1) {
                bits = LongVector.broadcast(LONGS, x[i + 1]);
                even = even.add(bits.lanewise(XOR, even1).lanewise(BIT_COUNT));
                odd = odd.add(bits.lanewise(XOR, odd1).lanewise(BIT_COUNT));
            }
            if (WORDS > 2) {
                bits = LongVector.broadcast(LONGS, x[i + 2]);
                even = even.add(bits.lanewise(XOR, even2).lanewise(BIT_COUNT));
                odd = odd.add(bits.lanewise(XOR, odd2).lanewise(BIT_COUNT));
            }
            if (WORDS > 3) {
                bits = LongVector.broadcast(LONGS, x[i + 3]);
                even = even.add(bits.lanewise(XOR, even3).lanewise(BIT_COUNT));
                odd = odd.add(bits.lanewise(XOR, odd3).lanewise(BIT_COUNT));
            }
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
