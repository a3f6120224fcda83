package dev.jink.kernels.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

import java.lang.invoke.MethodHandles;

/**
 * A few pixels of the head: out channels in lanes, so that each sums its inputs in the reference's order;
 * four columns at a time, to have four independent chains of additions.
 *
 * <p>A tile that hangs over the end of the stretch repeats the last column.
 */
final class HeadStage implements Stage {
    private static final int COLUMNS = 4;
    private static final VectorSpecies<Float> FLOATS =
            Species.floats(Species.bits(MethodHandles.lookup()));
    private static final Class<?> OWN = FLOATS.vectorType();
    private static final int LANES = FLOATS.length();

    /**
     * @param in {@code [pixels][inPitch]}. Not modified.
     * @param weights {@code [groups][1 + in channels][lanes]}: the bias, then the weights. Not
     *     modified.
     * @param out {@code [pixels][outPitch]}. Modified.
     */
    record Arguments(
            float[] in, int inPitch, int inChannels, float[] weights, float[] out, int outPitch) {}

    private final float[] in;
    private final int inPitch;
    private final int inChannels;
    private final float[] weights;
    private final float[] out;
    private final int outPitch;
    private final int groupFloats;

    HeadStage(Arguments arguments) {
        in = arguments.in();
        inPitch = arguments.inPitch();
        inChannels = arguments.inChannels();
        weights = arguments.weights();
        out = arguments.out();
        outPitch = arguments.outPitch();
        groupFloats = (1 + inChannels) * LANES;
    }

    @Override
    public void run(int first, int pixels) {
        int groups = weights.length / groupFloats;
        for (int group = 0; group < groups; group++) {
            for (int x = 0; x < pixels; x += COLUMNS) {
                sumTile(group, x, pixels - 1);
            }
        }
    }

    private void sumTile(int group, int x, int last) {
        int x1 = Math.min(x + 1, last);
        int x2 = Math.min(x + 2, last);
        int x3 = Math.min(x + 3, last);
        float[] p = in;
        int p0 = x * inPitch;
        int p1 = x1 * inPitch;
        int p2 = x2 * inPitch;
        int p3 = x3 * inPitch;
        float[] w = weights;
        int at = group * groupFloats;
        FloatVector a0 = FloatVector.fromArray(FLOATS, w, at);
        FloatVector a1 = a0;
        FloatVector a2 = a0;
        FloatVector a3 = a0;
        for (int ic = 0; ic < inChannels; ic++) {
            at += LANES;
            FloatVector weight = FloatVector.fromArray(FLOATS, w, at);
            a0 = weight.mul(p[p0 + ic]).add(a0);
            a1 = weight.mul(p[p1 + ic]).add(a1);
            a2 = weight.mul(p[p2 + ic]).add(a2);
            a3 = weight.mul(p[p3 + ic]).add(a3);
        }
        int to = group * LANES;
        ((FloatVector) OWN.cast(a0)).intoArray(out, x * outPitch + to);
        ((FloatVector) OWN.cast(a1)).intoArray(out, x1 * outPitch + to);
        ((FloatVector) OWN.cast(a2)).intoArray(out, x2 * outPitch + to);
        ((FloatVector) OWN.cast(a3)).intoArray(out, x3 * outPitch + to);
    }
}
