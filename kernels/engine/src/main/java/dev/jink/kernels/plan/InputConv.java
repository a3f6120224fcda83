package dev.jink.kernels.plan;

import dev.jink.kernels.Shape;

import java.util.Arrays;

/**
 * The first layer: 8-bit pixels times int8 weights, summed exactly.
 *
 * <pre>
 *   acc = sum over ky, kx, ic of weight * (pixel - zeroPoint)      an int, exact
 *   v   = scale * acc + bias                                       float32, multiply then add
 *   y   = rprelu(v)
 * </pre>
 *
 * Pixels outside the picture count as {@code zeroPoint}, that is 0; the border is kernel/2 wide.
 *
 * @param in pixels, u8 {@code [h][w][ic]}
 * @param kernel side of the square kernel, odd; kernel² x ic at most {@value #MAX_TAPS}
 * @param stride 1..16
 * @param weights {@code [oc][ky][kx][ic]}
 * @param zeroPoint pixel value that means zero, 0..255
 * @param scale {@code [oc]}
 * @param bias {@code [oc]}
 * @param activation {@code [oc]}
 */
public record InputConv(
        Shape in,
        int kernel,
        int stride,
        byte[] weights,
        int zeroPoint,
        float[] scale,
        float[] bias,
        RPReLU activation)
        implements Layer {
    /** |acc| is at most taps x 128 x 255, so with this many it stays below 2^31. */
    public static final int MAX_TAPS = 65_536;

    public InputConv {
        Parameters.range("input conv kernel", kernel, 1, 63);
        Parameters.that(kernel % 2 == 1, "input conv kernel", kernel, "an odd number");
        Parameters.range("input conv stride", stride, 1, 16);
        Parameters.range("input conv zero point", zeroPoint, 0, 255);
        int channels = scale.length;
        Parameters.range("input conv out channels", channels, 1, Shape.MAX_CHANNELS);
        long taps = (long) kernel * kernel * in.channels();
        Parameters.that(taps <= MAX_TAPS, "input conv taps", taps, "at most " + MAX_TAPS);
        Parameters.length("input conv weights", weights.length, channels * taps);
        Parameters.length("input conv rprelu", activation.channels(), channels);
        weights = weights.clone();
        scale = Parameters.finite("input conv scale", scale, channels);
        bias = Parameters.finite("input conv bias", bias, channels);
        in.convolved(stride, channels);
    }

    /** Products per output value: kernel² x input channels. */
    public int taps() {
        return kernel * kernel * in.channels();
    }

    public int outChannels() {
        return scale.length;
    }

    @Override
    public InputConv on(Shape size) {
        return new InputConv(size, kernel, stride, weights, zeroPoint, scale, bias, activation);
    }

    @Override
    public Shape out() {
        return in.convolved(stride, scale.length);
    }

    @Override
    public long macs() {
        return (long) out().elements() * taps();
    }

    @Override
    public int weightBits() {
        return Byte.SIZE;
    }

    @Override
    public long parameterBytes() {
        return weights.length + 5L * Float.BYTES * scale.length;
    }

    @Override
    public String describe() {
        return "input %dx%d /%d".formatted(kernel, kernel, stride);
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
        return other instanceof InputConv that
                && in.equals(that.in)
                && kernel == that.kernel
                && stride == that.stride
                && zeroPoint == that.zeroPoint
                && Arrays.equals(weights, that.weights)
                && Arrays.equals(scale, that.scale)
                && Arrays.equals(bias, that.bias)
                && activation.equals(that.activation);
    }

    @Override
    public int hashCode() {
        return in.hashCode() * 31 + Arrays.hashCode(weights);
    }

    @Override
    public String toString() {
        return "InputConv[%s, in=%s, out=%s]".formatted(describe(), in, out());
    }
}
