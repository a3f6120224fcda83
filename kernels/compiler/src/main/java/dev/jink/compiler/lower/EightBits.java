package dev.jink.compiler.lower;

import java.util.List;

/**
 * Activations that a head reads in 8 bits: {@code clip(round(x * inverse), -127, 127)}, with whatever
 * that step is worth behind it.
 */
record EightBits(List<Op> before, float inverse, float step) {
    /** Null when the steps are not of that form. */
    static EightBits of(Flow.Live x) {
        List<Op> ops = x.ops();
        float step = 1;
        int end = ops.size();
        if (end > 0 && ops.get(end - 1).kind() == Op.Kind.MUL && ops.get(end - 1).isScalar()) {
            step = ops.get(--end).values()[0];
        }
        if (end < 3
                || ops.get(end - 1).kind() != Op.Kind.CLIP
                || ops.get(end - 2).kind() != Op.Kind.ROUND
                || ops.get(end - 3).kind() != Op.Kind.MUL
                || !ops.get(end - 3).isScalar()
                || ops.get(end - 1).high() != 127
                || ops.get(end - 1).low() < -128
                || ops.get(end - 1).low() > -127) {
            return null;
        }
        return new EightBits(ops.subList(0, end - 3), ops.get(end - 3).values()[0], step);
    }
}
