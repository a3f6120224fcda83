package dev.jink.kernels.vector;

import static jdk.incubator.vector.VectorOperators.BIT_COUNT;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

import java.lang.invoke.MethodHandles;

/**
 * Differing bits between the words under the kernel and the weights, where a vector population
 * count is cheap: a register tile of four columns by two vectors, an XOR, a count and an add each.
 *
 * <p>The accumulators are locals written out by hand: C2 keeps an array of vectors in memory. A
 * tile that hangs over the end of the row repeats the last column.
 *
 * <p>128-bit machines count in int lanes (JDK-8336000: there a long count costs more); the halves
 * of a long are then added at the end.
 */
final class TileCounts implements RowKernel {
    private static final int COLUMNS = 4;
    private static final int BITS = Species.bits(MethodHandles.lookup());
    private static final boolean INT_LANES = BITS == 128;
    private static final VectorSpecies<Long> LONGS = Species.longs(BITS);
    private static final int LANES = LONGS.length();
    private static final long LOW_HALF = 0xFFFF_FFFFL;

    private final long[] patches;
    private final long[] weights;
    private final long[] counts;
    private final int width;
    private final int words;
    private final int vectors;

    TileCounts(CountArguments arguments) {
        patches = arguments.patches();
        weights = arguments.weights();
        counts = arguments.counts();
        width = arguments.width();
        words = arguments.words();
        vectors = arguments.vectors();
    }

    @Override
    public void run(int y) {
        for (int vector = 0; vector < vectors; vector += 2) {
            for (int column = 0; column < width; column += COLUMNS) {
                countTile(vector, column);
            }
        }
    }

    private void countTile(int vector, int column) {
        int column1 = Math.min(column + 1, width - 1);
        int column2 = Math.min(column + 2, width - 1);
        int column3 = Math.min(column + 3, width - 1);
        long[] x = patches;
        long[] w = weights;
        int x0 = column * words;
        int x1 = column1 * words;
        int x2 = column2 * words;
        int x3 = column3 * words;
        int even = vector * words * LANES;
        int odd = even + words * LANES;
        LongVector e0 = LongVector.zero(LONGS);
        LongVector e1 = e0;
        LongVector e2 = e0;
        LongVector e3 = e0;
        LongVector o0 = e0;
        LongVector o1 = e0;
        LongVector o2 = e0;
        LongVector o3 = e0;
        for (int k = 0; k < words; k++) {
            LongVector we = LongVector.fromArray(LONGS, w, even + k * LANES);
            LongVector wo = LongVector.fromArray(LONGS, w, odd + k * LANES);
            LongVector word = LongVector.broadcast(LONGS, x[x0 + k]);
            e0 = e0.add(count(word.lanewise(XOR, we)));
            o0 = o0.add(count(word.lanewise(XOR, wo)));
            word = LongVector.broadcast(LONGS, x[x1 + k]);
            e1 = e1.add(count(word.lanewise(XOR, we)));
            o1 = o1.add(count(word.lanewise(XOR, wo)));
            word = LongVector.broadcast(LONGS, x[x2 + k]);
            e2 = e2.add(count(word.lanewise(XOR, we)));
            o2 = o2.add(count(word.lanewise(XOR, wo)));
            word = LongVector.broadcast(LONGS, x[x3 + k]);
            e3 = e3.add(count(word.lanewise(XOR, we)));
            o3 = o3.add(count(word.lanewise(XOR, wo)));
        }
        store(vector, column, e0, o0);
        store(vector, column1, e1, o1);
        store(vector, column2, e2, o2);
        store(vector, column3, e3, o3);
    }

    private static LongVector count(LongVector bits) {
        return INT_LANES
                ? bits.reinterpretAsInts().lanewise(BIT_COUNT).reinterpretAsLongs()
                : bits.lanewise(BIT_COUNT);
    }

    private void store(int vector, int column, LongVector even, LongVector odd) {
        int at = (column * vectors + vector) * LANES;
        whole(even).intoArray(counts, at);
        whole(odd).intoArray(counts, at + LANES);
    }

    private static LongVector whole(LongVector count) {
        return INT_LANES ? count.and(LOW_HALF).add(count.lanewise(LSHR, 32)) : count;
    }
}
