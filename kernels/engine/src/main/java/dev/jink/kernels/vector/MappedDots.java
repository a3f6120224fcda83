package dev.jink.kernels.vector;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.BIT_COUNT;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

/**
 * Dot products with weights that stay in the mapped file, row by row as they lie there: memory is
 * the limit, so nothing is packed anew and every word is read once for all planes of a pixel.
 */
final class MappedDots implements Stage {
    private static final VectorSpecies<Long> LONGS =
            Species.longs(Species.bits(MethodHandles.lookup()));
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    private static final int LANES = LONGS.length();

    /**
     * @param weights {@code [oc][words]}. Not modified.
     * @param patches {@code [pixels][planes][words]}. Not modified.
     * @param dots {@code [pixels][pitch]}. Modified.
     * @param largest top K
     */
    record Arguments(
            MemorySegment weights,
            long[] patches,
            float[] dots,
            int channels,
            int pitch,
            int planes,
            int words,
            int largest) {}

    private final MemorySegment weights;
    private final long[] patches;
    private final float[] dots;
    private final int channels;
    private final int pitch;
    private final int planes;
    private final int words;
    private final int largest;

    MappedDots(Arguments arguments) {
        weights = arguments.weights();
        patches = arguments.patches();
        dots = arguments.dots();
        channels = arguments.channels();
        pitch = arguments.pitch();
        planes = arguments.planes();
        words = arguments.words();
        largest = arguments.largest();
    }

    @Override
    public void run(int first, int pixels) {
        long rowBytes = (long) words * Long.BYTES;
        for (int channel = 0; channel < channels; channel++) {
            for (int pixel = 0; pixel < pixels; pixel++) {
                long sum = 0;
                for (int plane = 0; plane < planes; plane++) {
                    int patch = (pixel * planes + plane) * words;
                    sum += differing(channel * rowBytes, patch) << plane;
                }
                dots[pixel * pitch + channel] = largest - 2 * sum;
            }
        }
    }

    private long differing(long row, int patch) {
        MemorySegment w = weights;
        long[] x = patches;
        LongVector even = LongVector.zero(LONGS);
        LongVector odd = even;
        int k = 0;
        for (; k + 2 * LANES <= words; k += 2 * LANES) {
            long at = row + (long) k * Long.BYTES;
            even =
                    LongVector.fromMemorySegment(LONGS, w, at, ORDER)
                            .lanewise(XOR, LongVector.fromArray(LONGS, x, patch + k))
                            .lanewise(BIT_COUNT)
                            .add(even);
            odd =
                    LongVector.fromMemorySegment(LONGS, w, at + (long) LANES * Long.BYTES, ORDER)
                            .lanewise(XOR, LongVector.fromArray(LONGS, x, patch + k + LANES))
                            .lanewise(BIT_COUNT)
                            .add(odd);
        }
        long sum = even.add(odd).reduceLanes(ADD);
        for (; k < words; k++) {
            long word = w.get(ValueLayout.JAVA_LONG, row + (long) k * Long.BYTES);
            sum += Long.bitCount(word ^ x[patch + k]);
        }
        return sum;
    }
}
