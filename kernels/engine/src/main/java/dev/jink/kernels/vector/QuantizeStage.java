package dev.jink.kernels.vector;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.F2I;
import static jdk.incubator.vector.VectorOperators.LT;

import dev.jink.kernels.BitLayout;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

import java.lang.invoke.MethodHandles;

/** From the floats of a few pixels to planes of bits; a bit is 1, that is −1, where the code's is 0. */
final class QuantizeStage implements Stage {
    private static final int BITS = Species.bits(MethodHandles.lookup());
    private static final VectorSpecies<Float> FLOATS = Species.floats(BITS);
    private static final int LANES = FLOATS.length();

    /**
     * @param in {@code [pixels][pitch]}. Not modified.
     * @param shifts {@code [pitch]}. Not modified.
     * @param planes {@code [pixels][bits][words]}. Modified.
     */
    record Arguments(
            float[] in,
            int pitch,
            float[] shifts,
            long[] planes,
            int channels,
            int bits,
            float inverseStep) {}

    private final float[] in;
    private final int pitch;
    private final float[] shifts;
    private final long[] planes;
    private final int channels;
    private final int words;
    private final int bits;
    private final float inverseStep;
    private final float half;
    private final float top;

    QuantizeStage(Arguments arguments) {
        in = arguments.in();
        pitch = arguments.pitch();
        shifts = arguments.shifts();
        planes = arguments.planes();
        channels = arguments.channels();
        words = BitLayout.words(channels);
        bits = arguments.bits();
        inverseStep = arguments.inverseStep();
        half = 1 << bits - 1;
        top = (1 << bits) - 1;
    }

    @Override
    public void run(int from, int pixels) {
        for (int pixel = 0; pixel < pixels; pixel++) {
            for (int word = 0; word < words; word++) {
                int first = word * BitLayout.WORD_BITS;
                int end = Math.min(first + BitLayout.WORD_BITS, channels);
                int to = pixel * bits * words + word;
                if (bits == 1) {
                    planes[to] = signs(pixel * pitch, first, end);
                } else {
                    codes(pixel * pitch, first, end, to);
                }
                for (int plane = 0; plane < bits; plane++) {
                    planes[to + plane * words] &= BitLayout.usedBits(channels, word);
                }
            }
        }
    }

    private long signs(int at, int first, int end) {
        long negative = 0;
        for (int c = first; c < end; c += LANES) {
            negative |=
                    FloatVector.fromArray(FLOATS, in, at + c)
                                    .add(FloatVector.fromArray(FLOATS, shifts, c))
                                    .compare(LT, 0f)
                                    .toLong()
                            << c - first;
        }
        return negative;
    }

    private void codes(int at, int first, int end, int to) {
        for (int plane = 0; plane < bits; plane++) {
            long zeros = 0;
            for (int c = first; c < end; c += LANES) {
                IntVector code =
                        (IntVector)
                                FloatVector.fromArray(FLOATS, in, at + c)
                                        .add(FloatVector.fromArray(FLOATS, shifts, c))
                                        .mul(inverseStep)
                                        .add(half)
                                        .max(0f)
                                        .min(top)
                                        .convert(F2I, 0);
                zeros |= code.and(1 << plane).compare(EQ, 0).toLong() << c - first;
            }
            planes[to + plane * words] = zeros;
        }
    }
}
