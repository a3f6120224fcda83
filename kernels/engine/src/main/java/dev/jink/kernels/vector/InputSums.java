package dev.jink.kernels.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

import java.lang.invoke.MethodHandles;

/**
 * Sums of pixel times weight in floats that hold integers below 2^24, and so are exact: a register
 * tile of four pixels by two vectors, accumulators as locals.
 *
 * <p>A tile that hangs over the end of the stretch repeats the last pixel.
 */
final class InputSums implements Stage {
    private static final int COLUMNS = 4;
    private static final VectorSpecies<Float> FLOATS =
            Species.floats(Species.bits(MethodHandles.lookup()));
    private static final Class<?> OWN = FLOATS.vectorType();
    private static final int LANES = FLOATS.length();

    /**
     * @param picture centred pixels with border, floats. Not modified.
     * @param rowFloats from an output row's first pixel to the next one's
     * @param columnFloats from an output column's first pixel to the next one's
     * @param tapOffsets in floats, from an output's first pixel
     * @param weights {@code [groups / 2][taps][2][lanes]} floats. Not modified.
     * @param sums {@code [pixels][groups][lanes]} floats. Modified.
     * @param groups vectors that hold the out channels, even
     */
    record Arguments(
            float[] picture,
            int rowFloats,
            int columnFloats,
            int[] tapOffsets,
            float[] weights,
            float[] sums,
            int groups,
            int width) {}

    private final float[] picture;
    private final int rowFloats;
    private final int columnFloats;
    private final int[] tapOffsets;
    private final float[] weights;
    private final float[] sums;
    private final int groups;
    private final int width;

    InputSums(Arguments arguments) {
        picture = arguments.picture();
        rowFloats = arguments.rowFloats();
        columnFloats = arguments.columnFloats();
        tapOffsets = arguments.tapOffsets();
        weights = arguments.weights();
        sums = arguments.sums();
        groups = arguments.groups();
        width = arguments.width();
    }

    @Override
    public void run(int first, int pixels) {
        for (int group = 0; group < groups; group += 2) {
            for (int pixel = 0; pixel < pixels; pixel += COLUMNS) {
                sumTile(first, group, pixel, pixels - 1);
            }
        }
    }

    private void sumTile(int first, int group, int column, int last) {
        int column1 = Math.min(column + 1, last);
        int column2 = Math.min(column + 2, last);
        int column3 = Math.min(column + 3, last);
        float[] p = picture;
        float[] w = weights;
        int[] taps = tapOffsets;
        int p0 = place(first + column);
        int p1 = place(first + column1);
        int p2 = place(first + column2);
        int p3 = place(first + column3);
        int at = group * taps.length * LANES;
        FloatVector a0 = FloatVector.zero(FLOATS);
        FloatVector a1 = a0;
        FloatVector a2 = a0;
        FloatVector a3 = a0;
        FloatVector b0 = a0;
        FloatVector b1 = a0;
        FloatVector b2 = a0;
        FloatVector b3 = a0;
        for (int k = 0; k < taps.length; k++) {
            FloatVector wa = FloatVector.fromArray(FLOATS, w, at + 2 * k * LANES);
            FloatVector wb = FloatVector.fromArray(FLOATS, w, at + 2 * k * LANES + LANES);
            int tap = taps[k];
            FloatVector pixel = FloatVector.broadcast(FLOATS, p[p0 + tap]);
            a0 = pixel.fma(wa, a0);
            b0 = pixel.fma(wb, b0);
            pixel = FloatVector.broadcast(FLOATS, p[p1 + tap]);
            a1 = pixel.fma(wa, a1);
            b1 = pixel.fma(wb, b1);
            pixel = FloatVector.broadcast(FLOATS, p[p2 + tap]);
            a2 = pixel.fma(wa, a2);
            b2 = pixel.fma(wb, b2);
            pixel = FloatVector.broadcast(FLOATS, p[p3 + tap]);
            a3 = pixel.fma(wa, a3);
            b3 = pixel.fma(wb, b3);
        }
        int to0 = (column * groups + group) * LANES;
        int to1 = (column1 * groups + group) * LANES;
        int to2 = (column2 * groups + group) * LANES;
        int to3 = (column3 * groups + group) * LANES;
        float[] s = sums;
        ((FloatVector) OWN.cast(a0)).intoArray(s, to0);
        ((FloatVector) OWN.cast(b0)).intoArray(s, to0 + LANES);
        ((FloatVector) OWN.cast(a1)).intoArray(s, to1);
        ((FloatVector) OWN.cast(b1)).intoArray(s, to1 + LANES);
        ((FloatVector) OWN.cast(a2)).intoArray(s, to2);
        ((FloatVector) OWN.cast(b2)).intoArray(s, to2 + LANES);
        ((FloatVector) OWN.cast(a3)).intoArray(s, to3);
        ((FloatVector) OWN.cast(b3)).intoArray(s, to3 + LANES);
    }

    /** Where the window of an output pixel begins in the picture. */
    private int place(int pixel) {
        return pixel / width * rowFloats + pixel % width * columnFloats;
    }
}
