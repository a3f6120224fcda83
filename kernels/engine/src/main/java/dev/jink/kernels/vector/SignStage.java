package dev.jink.kernels.vector;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.OR;

import dev.jink.kernels.BitLayout;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

import java.lang.invoke.MethodHandles;

/**
 * From counts of differing bits straight to packed signs, where nothing else is read: one
 * comparison with {@link Thresholds} in place of scale, bias, activation and shift.
 */
final class SignStage implements Stage {
    private static final int BITS = Species.bits(MethodHandles.lookup());
    private static final VectorSpecies<Integer> INTS = Species.ints(BITS);
    private static final VectorSpecies<Long> LONGS = Species.longs(BITS);
    private static final int LANES = INTS.length();
    private static final int WORD_GROUPS = BitLayout.WORD_BITS / LANES;

    /**
     * @param counts {@code [pixels][planes][groups][2][lanes / 2]}, as {@link CountArguments}
     *     says. Not modified.
     * @param thresholds {@code [groups][lanes]}: negative above this count. Not modified.
     * @param flips {@code [words]}: channels for which it is the other way round. Not modified.
     * @param signs {@code [pixels][words]}. Modified.
     * @param planes bits of an activation
     */
    record Arguments(long[] counts, int[] thresholds, long[] flips, long[] signs, int planes) {}

    private final long[] counts;
    private final int[] thresholds;
    private final long[] flips;
    private final long[] signs;
    private final int planes;

    SignStage(Arguments arguments) {
        counts = arguments.counts();
        thresholds = arguments.thresholds();
        flips = arguments.flips();
        signs = arguments.signs();
        planes = arguments.planes();
    }

    @Override
    public void run(int first, int pixels) {
        int words = flips.length;
        for (int group = 0; group < thresholds.length / LANES; group++) {
            if (planes == 1) {
                compareSigns(group, pixels);
            } else {
                compareLevels(group, pixels);
            }
        }
        for (int i = 0; i < pixels * words; i += words) {
            for (int word = 0; word < words; word++) {
                signs[i + word] ^= flips[word];
            }
        }
    }

    /** One group of channels of every pixel: its thresholds stay in a register. */
    private void compareSigns(int group, int pixels) {
        IntVector limit = IntVector.fromArray(INTS, thresholds, group * LANES);
        long[] count = counts;
        long[] sign = signs;
        int pitch = thresholds.length;
        int words = flips.length;
        int word = group / WORD_GROUPS;
        int by = group % WORD_GROUPS * LANES;
        long keep = by == 0 ? 0 : -1;
        for (int pixel = 0; pixel < pixels; pixel++) {
            int at = pixel * pitch + group * LANES;
            LongVector even = LongVector.fromArray(LONGS, count, at);
            LongVector odd = LongVector.fromArray(LONGS, count, at + LANES / 2);
            long negative =
                    even.lanewise(OR, odd.lanewise(LSHL, 32))
                            .reinterpretAsInts()
                            .compare(GT, limit)
                            .toLong();
            int to = pixel * words + word;
            sign[to] = sign[to] & keep | negative << by;
        }
    }

    private void compareLevels(int group, int pixels) {
        IntVector limit = IntVector.fromArray(INTS, thresholds, group * LANES);
        int pitch = thresholds.length;
        int words = flips.length;
        int by = group % WORD_GROUPS * LANES;
        long keep = by == 0 ? 0 : -1;
        for (int pixel = 0; pixel < pixels; pixel++) {
            IntVector differing = IntVector.zero(INTS);
            for (int plane = 0; plane < planes; plane++) {
                int at = (pixel * planes + plane) * pitch + group * LANES;
                LongVector even = LongVector.fromArray(LONGS, counts, at);
                LongVector odd = LongVector.fromArray(LONGS, counts, at + LANES / 2);
                differing =
                        even.lanewise(OR, odd.lanewise(LSHL, 32))
                                .reinterpretAsInts()
                                .lanewise(LSHL, plane)
                                .add(differing);
            }
            long negative = differing.compare(GT, limit).toLong();
            int to = pixel * words + group / WORD_GROUPS;
            signs[to] = signs[to] & keep | negative << by;
        }
    }
}
