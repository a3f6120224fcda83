package dev.jink.compiler.lower;

import dev.jink.compiler.onnx.OnnxNode;

/**
 * One element-wise step behind a layer.
 *
 * <pre>
 *   MUL, ADD     x * values[c], x + values[c]
 *   PRELU        x &lt; 0 ? values[c] * x : x
 *   CLIP         min(max(x, low), high)
 *   ROUND, FLOOR to whole numbers, halves to even; down
 *   STEP         x &lt; values[c] (or &lt;=, if strict) ? low : high
 *   PAD          a border of the value low; values are top, left, bottom, right
 * </pre>
 *
 * @param values one for all channels or one for each; not copied, nobody changes them
 * @param at the node that it comes from, for errors
 */
record Op(Kind kind, float[] values, float low, float high, boolean strict, OnnxNode at) {
    enum Kind {
        MUL,
        ADD,
        PRELU,
        CLIP,
        ROUND,
        FLOOR,
        STEP,
        PAD
    }

    static Op mul(OnnxNode at, float... values) {
        return new Op(Kind.MUL, values, 0, 0, false, at);
    }

    static Op add(OnnxNode at, float... values) {
        return new Op(Kind.ADD, values, 0, 0, false, at);
    }

    static Op prelu(OnnxNode at, float... slope) {
        return new Op(Kind.PRELU, slope, 0, 0, false, at);
    }

    static Op clip(OnnxNode at, float low, float high) {
        return new Op(Kind.CLIP, new float[0], low, high, false, at);
    }

    static Op whole(OnnxNode at, Kind kind) {
        return new Op(kind, new float[0], 0, 0, false, at);
    }

    static Op step(OnnxNode at, float[] threshold, boolean strict, float low, float high) {
        return new Op(Kind.STEP, threshold, low, high, strict, at);
    }

    boolean isAffine() {
        return kind == Kind.MUL || kind == Kind.ADD;
    }

    /** A multiplication by 1. */
    boolean isNothing() {
        return kind == Kind.MUL && isScalar() && values[0] == 1;
    }

    boolean isScalar() {
        return values.length == 1;
    }

    float of(int channel) {
        return values.length == 1 ? values[0] : values[channel];
    }

    /** values for each of {@code channels}. */
    float[] all(int channels) {
        float[] all = new float[channels];
        for (int c = 0; c < channels; c++) {
            all[c] = of(c);
        }
        return all;
    }

    /** Whether all values are above 0. */
    boolean isPositive() {
        for (float value : values) {
            if (!(value > 0)) {
                return false;
            }
        }
        return true;
    }

    /** This step of one value, when it is the same for all channels. */
    float apply(float x) {
        return switch (kind) {
            case MUL -> x * values[0];
            case ADD -> x + values[0];
            case PRELU -> x < 0 ? values[0] * x : x;
            case CLIP -> Math.min(Math.max(x, low), high);
            case ROUND -> (float) Math.rint(x);
            case FLOOR -> (float) Math.floor(x);
            case STEP -> x < values[0] || strict && x == values[0] ? low : high;
            case PAD -> x;
        };
    }
}
