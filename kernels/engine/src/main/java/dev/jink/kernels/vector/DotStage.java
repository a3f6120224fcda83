package dev.jink.kernels.vector;

import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.OR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

import java.lang.invoke.MethodHandles;

/**
 * From counts of differing bits to dot products, {@code top K - 2 sum over planes of 2^p count}, as
 * floats with the channels in order. All stay below 2^24, so floats are exact here.
 */
final class DotStage implements Stage {
    private static final int BITS = Species.bits(MethodHandles.lookup());
    private static final VectorSpecies<Float> FLOATS = Species.floats(BITS);
    private static final VectorSpecies<Integer> INTS = Species.ints(BITS);
    private static final VectorSpecies<Long> LONGS = Species.longs(BITS);
    private static final int LANES = FLOATS.length();

    /**
     * @param counts {@code [pixels][planes][groups][2][lanes / 2]}, as {@link CountArguments}
     *     says. Not modified.
     * @param dots {@code [pixels][groups][lanes]}. Modified.
     * @param pitch groups x lanes
     * @param planes bits of an activation
     * @param largest top K
     */
    record Arguments(long[] counts, float[] dots, int pitch, int planes, int largest) {}

    private final long[] counts;
    private final float[] dots;
    private final int pitch;
    private final int planes;
    private final float largest;

    DotStage(Arguments arguments) {
        counts = arguments.counts();
        dots = arguments.dots();
        pitch = arguments.pitch();
        planes = arguments.planes();
        largest = arguments.largest();
    }

    @Override
    public void run(int first, int pixels) {
        if (planes == 1) {
            signs(pixels * pitch);
            return;
        }
        for (int pixel = 0; pixel < pixels; pixel++) {
            levels(pixel * planes * pitch, pixel * pitch);
        }
    }

    private void signs(int end) {
        for (int i = 0; i < end; i += LANES) {
            LongVector even = LongVector.fromArray(LONGS, counts, i);
            LongVector odd = LongVector.fromArray(LONGS, counts, i + LANES / 2);
            FloatVector differing =
                    (FloatVector)
                            even.lanewise(OR, odd.lanewise(LSHL, 32))
                                    .reinterpretAsInts()
                                    .convert(I2F, 0);
            differing.mul(-2f).add(largest).intoArray(dots, i);
        }
    }

    private void levels(int from, int to) {
        for (int i = 0; i < pitch; i += LANES) {
            IntVector differing = IntVector.zero(INTS);
            for (int plane = 0; plane < planes; plane++) {
                int at = from + plane * pitch + i;
                LongVector even = LongVector.fromArray(LONGS, counts, at);
                LongVector odd = LongVector.fromArray(LONGS, counts, at + LANES / 2);
                differing =
                        even.lanewise(OR, odd.lanewise(LSHL, 32))
                                .reinterpretAsInts()
                                .lanewise(LSHL, plane)
                                .add(differing);
            }
            ((FloatVector) differing.convert(I2F, 0)).mul(-2f).add(largest).intoArray(dots, to + i);
        }
    }
}
