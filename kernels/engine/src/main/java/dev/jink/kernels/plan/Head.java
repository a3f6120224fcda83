package dev.jink.kernels.plan;

import dev.jink.kernels.Shape;

import java.util.Arrays;

/**
 * The last layer: a 1x1 convolution in float32.
 *
 * <pre>
 *   y = bias; for ic ascending: y = y + weight[oc][ic] * x[ic]      multiply, then add
 * </pre>
 *
 * @param in {@code [h][w][ic]}
 * @param outChannels 1 or more
 * @param weights {@code [oc][ic]}, finite
 * @param bias {@code [oc]}, finite
 */
public record Head(Shape in, int outChannels, float[] weights, float[] bias) implements Layer {
    public Head {
        Parameters.range("head out channels", outChannels, 1, Shape.MAX_CHANNELS);
        long wanted = (long) outChannels * in.channels();
        Parameters.length("head weights", weights.length, wanted);
        weights = Parameters.finite("head weights", weights, weights.length);
        bias = Parameters.finite("head bias", bias, outChannels);
        in.convolved(1, outChannels);
    }

    @Override
    public Head on(Shape size) {
        return new Head(size, outChannels, weights, bias);
    }

    @Override
    public Shape out() {
        return in.convolved(1, outChannels);
    }

    @Override
    public long macs() {
        return (long) in.elements() * outChannels;
    }

    @Override
    public int weightBits() {
        return Float.SIZE;
    }

    @Override
    public long parameterBytes() {
        return (long) Float.BYTES * (weights.length + bias.length);
    }

    @Override
    public String describe() {
        return "head 1x1";
    }

    @Override
    public float[] weights() {
        return weights.clone();
    }

    @Override
    public float[] bias() {
        return bias.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Head that
                && in.equals(that.in)
                && outChannels == that.outChannels
                && Arrays.equals(weights, that.weights)
                && Arrays.equals(bias, that.bias);
    }

    @Override
    public int hashCode() {
        return in.hashCode() * 31 + Arrays.hashCode(weights);
    }

    @Override
    public String toString() {
        return "Head[in=%s, out=%s]".formatted(in, out());
    }
}
