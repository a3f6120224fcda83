package dev.jink.kernels.plan;

import java.util.Arrays;

/**
 * How a binary layer reads real values: as a code of few bits, each bit of which is a plane of
 * signs.
 *
 * <pre>
 *   1 bit     code = x + shift &lt; 0 ? 0 : 1
 *   b bits    code = (int) min(max((x + shift) * inverseStep + 2^(b-1), 0), 2^b - 1)
 *   level     2 code - (2^b - 1)  =  sum over bits i of 2^i (bit i ? +1 : -1)
 * </pre>
 *
 * Every step is one float32 operation. Levels are odd, from −(2^b − 1) to 2^b − 1: a dot product of
 * levels with signs is the sum of the planes' dot products, weighted by 2^i, which is why one
 * kernel serves every width (DoReFa-Net, arXiv 1606.06160, eq. 1, with ±1 for 0 and 1).
 *
 * @param bits 1, 2, 4 or 8
 * @param shift {@code [channels]}, added first (ReActNet's learned shift)
 * @param inverseStep one over the width of a level; 1 for one bit, where it has no meaning
 */
public record Quantizer(int bits, float[] shift, float inverseStep) {
    public Quantizer {
        Parameters.that(
                bits == 1 || bits == 2 || bits == 4 || bits == 8,
                "activation bits",
                bits,
                "1, 2, 4 or 8");
        shift = Parameters.finite("activation shift", shift, shift.length);
        Parameters.that(
                bits == 1 ? inverseStep == 1 : inverseStep > 0 && Float.isFinite(inverseStep),
                "activation inverse step",
                inverseStep,
                bits == 1 ? "1 for one bit" : "a finite number above 0");
    }

    /** One bit: the sign of what is shifted. */
    public static Quantizer sign(float[] shift) {
        return new Quantizer(1, shift, 1);
    }

    /** The largest level, 2^bits − 1; border pixels have it. */
    public int top() {
        return (1 << bits) - 1;
    }

    /** 0 to {@link #top()}. Not for loops over a tensor: those take shift() once. */
    public int code(float x, float shift) {
        float shifted = x + shift;
        if (bits == 1) {
            return shifted < 0 ? 0 : 1;
        }
        return (int) Math.min(Math.max(shifted * inverseStep + (1 << bits - 1), 0f), top());
    }

    public int channels() {
        return shift.length;
    }

    @Override
    public float[] shift() {
        return shift.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Quantizer that
                && bits == that.bits
                && inverseStep == that.inverseStep
                && Arrays.equals(shift, that.shift);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(shift) * 31 + bits;
    }

    @Override
    public String toString() {
        return "Quantizer[%d bits, %d channels]".formatted(bits, shift.length);
    }
}
