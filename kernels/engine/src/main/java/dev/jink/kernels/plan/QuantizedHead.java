package dev.jink.kernels.plan;

import dev.jink.kernels.Shape;

import java.util.Arrays;

/**
 * The last step in 8 bits: a 1x1 convolution of rounded activations with 8-bit weights.
 *
 * <pre>
 *   q   = (int) min(max(rint(x * inverseStep), -127), 127)
 *   acc = sum of weights[oc][ic] * q[ic]                an int, exact
 *   y   = scale * acc + bias                            float32, multiply then add
 * </pre>
 *
 * @param in real-valued input {@code [h][w][ic]}
 * @param inverseStep one over what one step of an activation is worth
 * @param weights {@code [oc][ic]}
 * @param scale {@code [oc]}: weight step times activation step
 * @param bias {@code [oc]}
 */
public record QuantizedHead(
        Shape in, float inverseStep, byte[] weights, float[] scale, float[] bias) implements Layer {
    /** The largest size of an activation. */
    public static final int TOP = 127;

    public QuantizedHead {
        Parameters.range("8-bit head out channels", scale.length, 1, Shape.MAX_CHANNELS);
        Parameters.that(
                inverseStep > 0 && Float.isFinite(inverseStep),
                "8-bit head inverse step",
                inverseStep,
                "a finite number above 0");
        Parameters.length(
                "8-bit head weights", weights.length, (long) scale.length * in.channels());
        weights = weights.clone();
        scale = Parameters.finite("8-bit head scale", scale, scale.length);
        bias = Parameters.finite("8-bit head bias", bias, scale.length);
        in.convolved(1, scale.length);
    }

    /** q of one activation. */
    public static int quantized(float x, float inverseStep) {
        return (int) Math.min(Math.max((float) Math.rint(x * inverseStep), -TOP), TOP);
    }

    public int outChannels() {
        return scale.length;
    }

    @Override
    public QuantizedHead on(Shape size) {
        return new QuantizedHead(size, inverseStep, weights, scale, bias);
    }

    @Override
    public Shape out() {
        return in.convolved(1, scale.length);
    }

    @Override
    public long macs() {
        return (long) in.elements() * scale.length;
    }

    @Override
    public int weightBits() {
        return Byte.SIZE;
    }

    @Override
    public long parameterBytes() {
        return weights.length + 2L * Float.BYTES * scale.length;
    }

    @Override
    public String describe() {
        return "head 1x1 8-bit";
    }

    @Override
    public byte[] weights() {
        return weights.clone();
    }

    @Override
    public float[] scale() {
        return scale.clone();
    }

    @Override
    public float[] bias() {
        return bias.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QuantizedHead that
                && in.equals(that.in)
                && inverseStep == that.inverseStep
                && Arrays.equals(weights, that.weights)
                && Arrays.equals(scale, that.scale)
                && Arrays.equals(bias, that.bias);
    }

    @Override
    public int hashCode() {
        return in.hashCode() * 31 + Arrays.hashCode(weights);
    }

    @Override
    public String toString() {
        return "QuantizedHead[in=%s, out=%s]".formatted(in, out());
    }
}
