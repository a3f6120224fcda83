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
import java.util.Arrays;

/**
 * Dot products with weights that stay in the mapped file, row by row as they lie there: memory is
 * the limit, so nothing is packed anew and every word is read once for all planes of a pixel.
 */
final class MappedDots implements Stage {
    private static final VectorSpecies<Long> LONGS =
            Species.longs(Species.bits(MethodHandles.lookup()));
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    private static final int LANES = LONGS.length();
    private static final int ROWS = 4;

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
    private final long[] counts = new long[ROWS];

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
        int channel = 0;
        for (; channel + ROWS <= channels; channel += ROWS) {
            for (int pixel = 0; pixel < pixels; pixel++) {
                Arrays.fill(counts, 0);
                for (int plane = 0; plane < planes; plane++) {
                    countFour(channel * rowBytes, (pixel * planes + plane) * words, plane);
                }
                for (int i = 0; i < ROWS; i++) {
                    dots[pixel * pitch + channel + i] = largest - 2 * counts[i];
                }
            }
        }
        for (; channel < channels; channel++) {
            for (int pixel = 0; pixel < pixels; pixel++) {
                long sum = 0;
                for (int plane = 0; plane < planes; plane++) {
                    int patch = (pixel * planes + plane) * words;
                    sum += differing(channel * rowBytes, patch, 0) << plane;
                }
                dots[pixel * pitch + channel] = largest - 2 * sum;
            }
        }
    }

    /**
     * Adds the differing bits of four rows and a plane of a patch to {@code counts}. Four, as one row
     * alone keeps too few cache lines on their way: the processor's prefetchers follow a row only to
     * the end of its page.
     */
    private void countFour(long row, int patch, int plane) {
        MemorySegment w = weights;
        long[] x = patches;
        long rowBytes = (long) words * Long.BYTES;
        LongVector a = LongVector.zero(LONGS);
        LongVector b = a;
        LongVector c = a;
        LongVector d = a;
        int whole = words - words % LANES;
        for (int k = 0; k < whole; k += LANES) {
            long at = row + (long) k * Long.BYTES;
            LongVector seen = LongVector.fromArray(LONGS, x, patch + k);
            a =
                    LongVector.fromMemorySegment(LONGS, w, at, ORDER)
                            .lanewise(XOR, seen)
                            .lanewise(BIT_COUNT)
                            .add(a);
            b =
                    LongVector.fromMemorySegment(LONGS, w, at + rowBytes, ORDER)
                            .lanewise(XOR, seen)
                            .lanewise(BIT_COUNT)
                            .add(b);
            c =
                    LongVector.fromMemorySegment(LONGS, w, at + 2 * rowBytes, ORDER)
                            .lanewise(XOR, seen)
                            .lanewise(BIT_COUNT)
                            .add(c);
            d =
                    LongVector.fromMemorySegment(LONGS, w, at + 3 * rowBytes, ORDER)
                            .lanewise(XOR, seen)
                            .lanewise(BIT_COUNT)
                            .add(d);
        }
        counts[0] += (a.reduceLanes(ADD) + differing(row, patch, whole)) << plane;
        counts[1] += (b.reduceLanes(ADD) + differing(row + rowBytes, patch, whole)) << plane;
        counts[2] += (c.reduceLanes(ADD) + differing(row + 2 * rowBytes, patch, whole)) << plane;
        counts[3] += (d.reduceLanes(ADD) + differing(row + 3 * rowBytes, patch, whole)) << plane;
    }

    /** Differing bits of a row and a patch, from word {@code k} on. */
    private long differing(long row, int patch, int k) {
        MemorySegment w = weights;
        long[] x = patches;
        LongVector even = LongVector.zero(LONGS);
        LongVector odd = even;
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
