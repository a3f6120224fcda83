package dev.jink.kernels.vector;

import static jdk.incubator.vector.VectorOperators.BIT_COUNT;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.XOR;

import dev.jink.kernels.BitLayout;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

import java.lang.invoke.MethodHandles;

/**
 * From the words under the kernel straight to packed signs, where nothing else is read and a vector
 * population count is cheap: counts never leave the registers, and end in one comparison with
 * {@link Thresholds} in place of scale, bias, activation and shift.
 *
 * <p>A register tile of six columns by four vectors: 24 sums, four weights and a broadcast word, of
 * 32 registers. Written out by hand, since C2 keeps an array of vectors in memory. A column is one
 * plane of one pixel: six pixels, or three of two planes, or one of four planes and two columns
 * idle; planes are weighted and summed at the end. Sums never wait in memory for another plane and
 * are never chosen between: where another width had run before, C2 boxed them.
 *
 * <p>A tile that hangs over the end of the stretch repeats the last pixel, into room that nobody
 * reads; one that hangs over the group's channels leaves the bits of others as they are.
 *
 * <p>Words are read where they lie, through a table of offsets: laying them side by side first
 * would cost 4 % of a 3x3 layer of 256 channels, and one more look-up for each word costs nothing
 * beside 24 counts.
 */
final class TileSigns implements Stage {
    /** Columns of a tile. */
    static final int COLUMNS = 6;

    /** Vectors of a tile. */
    static final int VECTORS = 4;

    private static final int BITS = Species.bits(MethodHandles.lookup());
    private static final VectorSpecies<Long> LONGS = Species.longs(BITS);
    private static final int PLANES = Species.count(MethodHandles.lookup());
    private static final int PIXELS = COLUMNS / PLANES;
    private static final int LANES = LONGS.length();
    private static final int TILE_BITS = VECTORS * LANES;

    /**
     * @param rows of the input. Not modified.
     * @param offsets {@code [words]} from the first tap's pixel to the words under the kernel. Not
     *     modified.
     * @param weights {@code [vectors / 4][words][4][lanes]}, a lane an out channel, in order. Not
     *     modified.
     * @param limits {@code [vectors][lanes]}: negative above this count. Not modified.
     * @param flips {@code [signWords]}: channels for which it is the other way round. Not modified.
     * @param signs {@code [stretch + 6][signWords]}. Modified.
     * @param stretch most pixels at a time
     * @param from first out channel that these words are for
     * @param to the channel behind the last of them
     */
    record Arguments(
            BitRows rows,
            int[] offsets,
            long[] weights,
            long[] limits,
            long[] flips,
            long[] signs,
            int stretch,
            int from,
            int to) {}

    private final BitRows rows;
    private final long[] input;
    private final int planeWords;
    private final int[] offsets;
    private final int[] starts;
    private final long[] weights;
    private final long[] limits;
    private final long[] flips;
    private final long[] signs;
    private final int from;
    private final int to;

    TileSigns(Arguments arguments) {
        rows = arguments.rows();
        input = rows.words();
        planeWords = rows.layout().words();
        offsets = arguments.offsets();
        starts = new int[arguments.stretch() + COLUMNS];
        weights = arguments.weights();
        limits = arguments.limits();
        flips = arguments.flips();
        signs = arguments.signs();
        from = arguments.from();
        to = arguments.to();
    }

    @Override
    public void run(int first, int pixels) {
        rows.starts(first, pixels, starts);
        for (int i = pixels; i < pixels + PIXELS; i++) {
            starts[i] = starts[pixels - 1];
        }
        for (int channel = from - from % TILE_BITS; channel < to; channel += TILE_BITS) {
            // The tile's channels that are this group's.
            long above = -1L << Math.max(0, from - channel);
            long own = above & BitLayout.usedBits(Math.min(TILE_BITS, to - channel), 0);
            for (int pixel = 0; pixel < pixels; pixel += PIXELS) {
                signTile(channel, pixel, own);
            }
        }
    }

    private void signTile(int channel, int pixel, long own) {
        long[] x = input;
        long[] w = weights;
        int[] taps = offsets;
        LongVector a0 = LongVector.zero(LONGS);
        LongVector b0 = a0;
        LongVector c0 = a0;
        LongVector d0 = a0;
        LongVector a1 = a0;
        LongVector b1 = a0;
        LongVector c1 = a0;
        LongVector d1 = a0;
        LongVector a2 = a0;
        LongVector b2 = a0;
        LongVector c2 = a0;
        LongVector d2 = a0;
        LongVector a3 = a0;
        LongVector b3 = a0;
        LongVector c3 = a0;
        LongVector d3 = a0;
        LongVector a4 = a0;
        LongVector b4 = a0;
        LongVector c4 = a0;
        LongVector d4 = a0;
        LongVector a5 = a0;
        LongVector b5 = a0;
        LongVector c5 = a0;
        LongVector d5 = a0;
        int x0 = starts[pixel + 0 / PLANES] + 0 % PLANES * planeWords;
        int x1 = starts[pixel + 1 / PLANES] + 1 % PLANES * planeWords;
        int x2 = starts[pixel + 2 / PLANES] + 2 % PLANES * planeWords;
        int x3 = starts[pixel + 3 / PLANES] + 3 % PLANES * planeWords;
        int x4 = starts[pixel + 4 / PLANES] + 4 % PLANES * planeWords;
        int x5 = starts[pixel + 5 / PLANES] + 5 % PLANES * planeWords;
        int at = channel * taps.length;
        for (int tap : taps) {
            LongVector a = LongVector.fromArray(LONGS, w, at);
            LongVector b = LongVector.fromArray(LONGS, w, at + LANES);
            LongVector c = LongVector.fromArray(LONGS, w, at + 2 * LANES);
            LongVector d = LongVector.fromArray(LONGS, w, at + 3 * LANES);
            LongVector word = LongVector.broadcast(LONGS, x[x0 + tap]);
            a0 = word.lanewise(XOR, a).lanewise(BIT_COUNT).add(a0);
            b0 = word.lanewise(XOR, b).lanewise(BIT_COUNT).add(b0);
            c0 = word.lanewise(XOR, c).lanewise(BIT_COUNT).add(c0);
            d0 = word.lanewise(XOR, d).lanewise(BIT_COUNT).add(d0);
            word = LongVector.broadcast(LONGS, x[x1 + tap]);
            a1 = word.lanewise(XOR, a).lanewise(BIT_COUNT).add(a1);
            b1 = word.lanewise(XOR, b).lanewise(BIT_COUNT).add(b1);
            c1 = word.lanewise(XOR, c).lanewise(BIT_COUNT).add(c1);
            d1 = word.lanewise(XOR, d).lanewise(BIT_COUNT).add(d1);
            word = LongVector.broadcast(LONGS, x[x2 + tap]);
            a2 = word.lanewise(XOR, a).lanewise(BIT_COUNT).add(a2);
            b2 = word.lanewise(XOR, b).lanewise(BIT_COUNT).add(b2);
            c2 = word.lanewise(XOR, c).lanewise(BIT_COUNT).add(c2);
            d2 = word.lanewise(XOR, d).lanewise(BIT_COUNT).add(d2);
            word = LongVector.broadcast(LONGS, x[x3 + tap]);
            a3 = word.lanewise(XOR, a).lanewise(BIT_COUNT).add(a3);
            b3 = word.lanewise(XOR, b).lanewise(BIT_COUNT).add(b3);
            c3 = word.lanewise(XOR, c).lanewise(BIT_COUNT).add(c3);
            d3 = word.lanewise(XOR, d).lanewise(BIT_COUNT).add(d3);
            if (PLANES < 4) {
                word = LongVector.broadcast(LONGS, x[x4 + tap]);
                a4 = word.lanewise(XOR, a).lanewise(BIT_COUNT).add(a4);
                b4 = word.lanewise(XOR, b).lanewise(BIT_COUNT).add(b4);
                c4 = word.lanewise(XOR, c).lanewise(BIT_COUNT).add(c4);
                d4 = word.lanewise(XOR, d).lanewise(BIT_COUNT).add(d4);
                word = LongVector.broadcast(LONGS, x[x5 + tap]);
                a5 = word.lanewise(XOR, a).lanewise(BIT_COUNT).add(a5);
                b5 = word.lanewise(XOR, b).lanewise(BIT_COUNT).add(b5);
                c5 = word.lanewise(XOR, c).lanewise(BIT_COUNT).add(c5);
                d5 = word.lanewise(XOR, d).lanewise(BIT_COUNT).add(d5);
            }
            at += VECTORS * LANES;
        }
        if (PLANES == 2) {
            a0 = a0.add(a1).add(a1);
            b0 = b0.add(b1).add(b1);
            c0 = c0.add(c1).add(c1);
            d0 = d0.add(d1).add(d1);
            a1 = a2.add(a3).add(a3);
            b1 = b2.add(b3).add(b3);
            c1 = c2.add(c3).add(c3);
            d1 = d2.add(d3).add(d3);
            a2 = a4.add(a5).add(a5);
            b2 = b4.add(b5).add(b5);
            c2 = c4.add(c5).add(c5);
            d2 = d4.add(d5).add(d5);
        }
        if (PLANES == 4) {
            a2 = a2.add(a3).add(a3);
            a1 = a1.add(a2).add(a2);
            a0 = a0.add(a1).add(a1);
            b2 = b2.add(b3).add(b3);
            b1 = b1.add(b2).add(b2);
            b0 = b0.add(b1).add(b1);
            c2 = c2.add(c3).add(c3);
            c1 = c1.add(c2).add(c2);
            c0 = c0.add(c1).add(c1);
            d2 = d2.add(d3).add(d3);
            d1 = d1.add(d2).add(d2);
            d0 = d0.add(d1).add(d1);
        }
        LongVector a = LongVector.fromArray(LONGS, limits, channel);
        LongVector b = LongVector.fromArray(LONGS, limits, channel + LANES);
        LongVector c = LongVector.fromArray(LONGS, limits, channel + 2 * LANES);
        LongVector d = LongVector.fromArray(LONGS, limits, channel + 3 * LANES);
        long[] sign = signs;
        int pitch = flips.length;
        int place = channel / BitLayout.WORD_BITS;
        int by = channel % BitLayout.WORD_BITS;
        long flip = flips[place] >>> by;
        long others = ~(own << by);
        place += pixel * pitch;
        long negative =
                a0.compare(GT, a).toLong()
                        | b0.compare(GT, b).toLong() << LANES
                        | c0.compare(GT, c).toLong() << 2 * LANES
                        | d0.compare(GT, d).toLong() << 3 * LANES;
        sign[place] = sign[place] & others | ((negative ^ flip) & own) << by;
        if (PIXELS > 1) {
            place += pitch;
            negative =
                    a1.compare(GT, a).toLong()
                            | b1.compare(GT, b).toLong() << LANES
                            | c1.compare(GT, c).toLong() << 2 * LANES
                            | d1.compare(GT, d).toLong() << 3 * LANES;
            sign[place] = sign[place] & others | ((negative ^ flip) & own) << by;
            place += pitch;
            negative =
                    a2.compare(GT, a).toLong()
                            | b2.compare(GT, b).toLong() << LANES
                            | c2.compare(GT, c).toLong() << 2 * LANES
                            | d2.compare(GT, d).toLong() << 3 * LANES;
            sign[place] = sign[place] & others | ((negative ^ flip) & own) << by;
        }
        if (PIXELS > 3) {
            place += pitch;
            negative =
                    a3.compare(GT, a).toLong()
                            | b3.compare(GT, b).toLong() << LANES
                            | c3.compare(GT, c).toLong() << 2 * LANES
                            | d3.compare(GT, d).toLong() << 3 * LANES;
            sign[place] = sign[place] & others | ((negative ^ flip) & own) << by;
            place += pitch;
            negative =
                    a4.compare(GT, a).toLong()
                            | b4.compare(GT, b).toLong() << LANES
                            | c4.compare(GT, c).toLong() << 2 * LANES
                            | d4.compare(GT, d).toLong() << 3 * LANES;
            sign[place] = sign[place] & others | ((negative ^ flip) & own) << by;
            place += pitch;
            negative =
                    a5.compare(GT, a).toLong()
                            | b5.compare(GT, b).toLong() << LANES
                            | c5.compare(GT, c).toLong() << 2 * LANES
                            | d5.compare(GT, d).toLong() << 3 * LANES;
            sign[place] = sign[place] & others | ((negative ^ flip) & own) << by;
        }
    }
}
