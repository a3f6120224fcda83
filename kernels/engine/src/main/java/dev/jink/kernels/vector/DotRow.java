package dev.jink.kernels.vector;

import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.OR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

import java.lang.invoke.MethodHandles;

/**
 * From counts of differing bits to dot products, {@code K - 2 count}, as floats with the channels
 * in order. Both stay far below 2^24, so floats are exact here.
 */
final class DotRow implements RowKernel {
    private static final int BITS = Species.bits(MethodHandles.lookup());
    private static final VectorSpecies<Float> FLOATS = Species.floats(BITS);
    private static final VectorSpecies<Long> LONGS = Species.longs(BITS);
    private static final int LANES = FLOATS.length();

    /**
     * @param counts {@code [width][groups][2][lanes / 2]}, as {@link CountArguments} says. Not
     *     modified.
     * @param dots {@code [width][groups][lanes]}. Modified.
     * @param taps K
     */
    record Arguments(long[] counts, float[] dots, int taps) {}

    private final long[] counts;
    private final float[] dots;
    private final float taps;

    DotRow(Arguments arguments) {
        counts = arguments.counts();
        dots = arguments.dots();
        taps = arguments.taps();
    }

    @Override
    public void run(int y) {
        for (int i = 0; i < dots.length; i += LANES) {
            LongVector even = LongVector.fromArray(LONGS, counts, i);
            LongVector odd = LongVector.fromArray(LONGS, counts, i + LANES / 2);
            FloatVector differing =
                    (FloatVector)
                            even.lanewise(OR, odd.lanewise(LSHL, 32))
                                    .reinterpretAsInts()
                                    .convert(I2F, 0);
            differing.mul(-2f).add(taps).intoArray(dots, i);
        }
    }
}
