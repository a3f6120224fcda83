package dev.jink.kernels.vector;

import static jdk.incubator.vector.VectorOperators.BIT_COUNT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

import java.lang.invoke.MethodHandles;
import java.util.Arrays;

/**
 * Differing bits between the words under the kernel and the weights, where the machine has no
 * vector population count: nine words are first added bit by bit.
 *
 * <pre>
 *   full adder  a + b + c = s + 2 c'      s = a ^ b ^ c     c' = a b | (a ^ b) c
 *
 *   x0 x1 x2 -> s0, 2 c0 \                                c0 c1 c2 -> 2 t, 4 f0
 *   x3 x4 x5 -> s1, 2 c1  }  s0 s1 s2 -> ones, 2 c3       t + c3   -> 2 twos, 4 f1
 *   x6 x7 x8 -> s2, 2 c2 /
 *
 *   count = pop(ones) + 2 pop(twos) + 4 (pop(f0) + pop(f1))
 * </pre>
 *
 * Four population counts (about twelve instructions each on AVX2: two nibble look-ups, a sum of
 * bytes) and six adders instead of nine population counts. Nine words are what a 3x3 kernel has for
 * each 64 channels; words that are left over are counted one by one.
 */
final class CarrySaveCounts implements Stage {
    /** Words that one round adds up. */
    static final int ROUND = 9;

    private static final VectorSpecies<Long> LONGS =
            Species.longs(Species.bits(MethodHandles.lookup()));
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

    CarrySaveCounts(CountArguments arguments) {
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
        int rounds = words / ROUND;
        if (first == base) {
            Arrays.fill(counts, 0, columns * pitch * LANES, 0);
        }
        for (int vector = first; vector < end; vector++) {
            for (int round = 0; round < rounds; round++) {
                countRound(vector, round * ROUND, columns);
            }
            if (rounds * ROUND < words) {
                countRest(vector, rounds * ROUND, columns);
            }
        }
    }

    /** Nine words, from {@code word} on, of every column. */
    private void countRound(int vector, int word, int columns) {
        long[] x = patches;
        long[] w = weights;
        int j = (vector * words + word) * LANES;
        for (int column = 0; column < columns; column++) {
            int i = column * words + word;
            LongVector a =
                    LongVector.broadcast(LONGS, x[i])
                            .lanewise(XOR, LongVector.fromArray(LONGS, w, j));
            LongVector b =
                    LongVector.broadcast(LONGS, x[i + 1])
                            .lanewise(XOR, LongVector.fromArray(LONGS, w, j + LANES));
            LongVector c =
                    LongVector.broadcast(LONGS, x[i + 2])
                            .lanewise(XOR, LongVector.fromArray(LONGS, w, j + 2 * LANES));
            LongVector t = a.lanewise(XOR, b);
            LongVector s0 = t.lanewise(XOR, c);
            LongVector c0 = a.and(b).or(t.and(c));
            a =
                    LongVector.broadcast(LONGS, x[i + 3])
                            .lanewise(XOR, LongVector.fromArray(LONGS, w, j + 3 * LANES));
            b =
                    LongVector.broadcast(LONGS, x[i + 4])
                            .lanewise(XOR, LongVector.fromArray(LONGS, w, j + 4 * LANES));
            c =
                    LongVector.broadcast(LONGS, x[i + 5])
                            .lanewise(XOR, LongVector.fromArray(LONGS, w, j + 5 * LANES));
            t = a.lanewise(XOR, b);
            LongVector s1 = t.lanewise(XOR, c);
            LongVector c1 = a.and(b).or(t.and(c));
            a =
                    LongVector.broadcast(LONGS, x[i + 6])
                            .lanewise(XOR, LongVector.fromArray(LONGS, w, j + 6 * LANES));
            b =
                    LongVector.broadcast(LONGS, x[i + 7])
                            .lanewise(XOR, LongVector.fromArray(LONGS, w, j + 7 * LANES));
            c =
                    LongVector.broadcast(LONGS, x[i + 8])
                            .lanewise(XOR, LongVector.fromArray(LONGS, w, j + 8 * LANES));
            t = a.lanewise(XOR, b);
            LongVector s2 = t.lanewise(XOR, c);
            LongVector c2 = a.and(b).or(t.and(c));
            t = s0.lanewise(XOR, s1);
            LongVector ones = t.lanewise(XOR, s2);
            LongVector c3 = s0.and(s1).or(t.and(s2));
            t = c0.lanewise(XOR, c1);
            LongVector f0 = c0.and(c1).or(t.and(c2));
            t = t.lanewise(XOR, c2);
            LongVector twos = t.lanewise(XOR, c3);
            LongVector f1 = t.and(c3);
            LongVector fours = f0.lanewise(BIT_COUNT).add(f1.lanewise(BIT_COUNT));
            int at = (column * pitch + vector - base) * LANES;
            LongVector.fromArray(LONGS, counts, at)
                    .add(ones.lanewise(BIT_COUNT))
                    .add(twos.lanewise(BIT_COUNT).lanewise(LSHL, 1))
                    .add(fours.lanewise(LSHL, 2))
                    .intoArray(counts, at);
        }
    }

    /** The words from {@code word} on, fewer than nine, of every column. */
    private void countRest(int vector, int word, int columns) {
        for (int column = 0; column < columns; column++) {
            int at = (column * pitch + vector - base) * LANES;
            for (int k = word; k < words; k++) {
                int i = column * words + k;
                int j = (vector * words + k) * LANES;
                LongVector.fromArray(LONGS, counts, at)
                        .add(
                                LongVector.broadcast(LONGS, patches[i])
                                        .lanewise(XOR, LongVector.fromArray(LONGS, weights, j))
                                        .lanewise(BIT_COUNT))
                        .intoArray(counts, at);
            }
        }
    }
}
