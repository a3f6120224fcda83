package dev.jink.kernels.vector;

import static jdk.incubator.vector.VectorOperators.BIT_COUNT;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

import java.lang.invoke.MethodHandles;

/**
 * Differing bits between the words under the kernel and the weights, where a vector population
 * count is cheap: a register tile of four columns by two vectors, an XOR, a count and an add each.
 *
 * <p>The accumulators are locals written out by hand: C2 keeps an array of vectors in memory. A
 * tile that hangs over the end of the stretch repeats the last column.
 */
final class TileCounts implements Stage {
    /** Columns of a tile. */
    static final int COLUMNS = 4;

    private static final int BITS = Species.bits(MethodHandles.lookup());
    private static final VectorSpecies<Long> LONGS = Species.longs(BITS);
    private static final Class<?> OWN = LONGS.vectorType();
    private static final int LANES = LONGS.length();

    private final long[] patches;
    private final long[] weights;
    private final long[] counts;
    private final int planes;
    private final int words;
    private final int base;
    private final int first;
    private final int end;
    private final int pitch;

    TileCounts(CountArguments arguments) {
        patches = arguments.patches();
        weights = arguments.weights();
        counts = arguments.counts();
        planes = arguments.planes();
        words = arguments.words();
        base = arguments.base();
        first = arguments.first();
        end = arguments.end();
        pitch = arguments.pitch();
    }

    @Override
    public void run(int from, int pixels) {
        int columns = pixels * planes;
        for (int vector = first; vector < end; vector += 2) {
            for (int column = 0; column < columns; column += COLUMNS) {
                countTile(vector, column, columns - 1);
            }
        }
    }

    private void countTile(int vector, int column, int last) {
        int column1 = Math.min(column + 1, last);
        int column2 = Math.min(column + 2, last);
        int column3 = Math.min(column + 3, last);
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
            e0 = word.lanewise(XOR, we).lanewise(BIT_COUNT).add(e0);
            o0 = word.lanewise(XOR, wo).lanewise(BIT_COUNT).add(o0);
            word = LongVector.broadcast(LONGS, x[x1 + k]);
            e1 = word.lanewise(XOR, we).lanewise(BIT_COUNT).add(e1);
            o1 = word.lanewise(XOR, wo).lanewise(BIT_COUNT).add(o1);
            word = LongVector.broadcast(LONGS, x[x2 + k]);
            e2 = word.lanewise(XOR, we).lanewise(BIT_COUNT).add(e2);
            o2 = word.lanewise(XOR, wo).lanewise(BIT_COUNT).add(o2);
            word = LongVector.broadcast(LONGS, x[x3 + k]);
            e3 = word.lanewise(XOR, we).lanewise(BIT_COUNT).add(e3);
            o3 = word.lanewise(XOR, wo).lanewise(BIT_COUNT).add(o3);
        }
        int even0 = (column * pitch + vector - base) * LANES;
        int even1 = (column1 * pitch + vector - base) * LANES;
        int even2 = (column2 * pitch + vector - base) * LANES;
        int even3 = (column3 * pitch + vector - base) * LANES;
        long[] to = counts;
        ((LongVector) OWN.cast(e0)).intoArray(to, even0);
        ((LongVector) OWN.cast(o0)).intoArray(to, even0 + LANES);
        ((LongVector) OWN.cast(e1)).intoArray(to, even1);
        ((LongVector) OWN.cast(o1)).intoArray(to, even1 + LANES);
        ((LongVector) OWN.cast(e2)).intoArray(to, even2);
        ((LongVector) OWN.cast(o2)).intoArray(to, even2 + LANES);
        ((LongVector) OWN.cast(e3)).intoArray(to, even3);
        ((LongVector) OWN.cast(o3)).intoArray(to, even3 + LANES);
    }
}
