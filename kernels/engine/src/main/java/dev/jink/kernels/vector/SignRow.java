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
final class SignRow implements RowKernel {
    private static final int BITS = Species.bits(MethodHandles.lookup());
    private static final VectorSpecies<Integer> INTS = Species.ints(BITS);
    private static final VectorSpecies<Long> LONGS = Species.longs(BITS);
    private static final int LANES = INTS.length();
    private static final int WORD_GROUPS = BitLayout.WORD_BITS / LANES;

    /**
     * @param counts {@code [rows][width][planes][groups][2][lanes / 2]}, as {@link CountArguments}
     *     says. Not modified.
     * @param thresholds {@code [groups][lanes]}: negative above this count. Not modified.
     * @param flips {@code [words]}: channels for which it is the other way round. Not modified.
     * @param signs {@code [rows][width][words]}. Modified.
     * @param width pixels of a row
     * @param planes bits of an activation
     */
    record Arguments(
            long[] counts, int[] thresholds, long[] flips, long[] signs, int width, int planes) {}

    private final long[] counts;
    private final int[] thresholds;
    private final long[] flips;
    private final long[] signs;
    private final int width;
    private final int planes;

    SignRow(Arguments arguments) {
        counts = arguments.counts();
        thresholds = arguments.thresholds();
        flips = arguments.flips();
        signs = arguments.signs();
        width = arguments.width();
        planes = arguments.planes();
    }

    @Override
    public void run(int y, int rows) {
        int groups = thresholds.length / LANES;
        int at = 0;
        for (int pixel = 0; pixel < rows * width; pixel++) {
            int from = pixel * planes * thresholds.length;
            for (int word = 0; word < flips.length; word++) {
                int first = word * WORD_GROUPS;
                long bits = compare(from, first, Math.min(first + WORD_GROUPS, groups));
                signs[at++] = bits ^ flips[word];
            }
        }
    }

    private long compare(int from, int first, int end) {
        int[] limits = thresholds;
        int pitch = limits.length;
        long bits = 0;
        for (int group = first; group < end; group++) {
            IntVector differing = IntVector.zero(INTS);
            for (int plane = 0; plane < planes; plane++) {
                int at = from + plane * pitch + group * LANES;
                LongVector even = LongVector.fromArray(LONGS, counts, at);
                LongVector odd = LongVector.fromArray(LONGS, counts, at + LANES / 2);
                differing =
                        differing.add(
                                even.lanewise(OR, odd.lanewise(LSHL, 32))
                                        .reinterpretAsInts()
                                        .lanewise(LSHL, plane));
            }
            IntVector limit = IntVector.fromArray(INTS, limits, group * LANES);
            bits |= differing.compare(GT, limit).toLong() << (group - first) * LANES;
        }
        return bits;
    }
}
