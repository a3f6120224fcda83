package dev.jink.kernels.plan;

import dev.jink.kernels.BitLayout;
import dev.jink.kernels.Shape;

import java.util.Arrays;

/**
 * A convolution of signs: 1-bit activations times 1-bit weights, with a real-valued shortcut.
 *
 * <pre>
 *   bit = x + shift &lt; 0                          1 means -1
 *   dot = K - 2 * popcount(bits xor weights)       K = kernel² x inChannels, an int, exact
 *   v   = scale * dot + bias                       float32, multiply then add
 *   v   = v + shortcut                             not for NONE
 *   y   = rprelu(v)
 * </pre>
 *
 * Activations outside the picture are +1 ("same-one" padding, dilation x (kernel/2) pixels wide).
 *
 * @param in real-valued input {@code [h][w][ic]}
 * @param outChannels 1 or more, any count
 * @param kernel 1 or 3
 * @param stride 1 or 2
 * @param dilation 1..64; 1 for a 1x1 kernel
 * @param shift {@code [ic]}, added before the sign is taken
 * @param weights {@code [oc][ky][kx][words]} bits as {@link BitLayout} says, unused bits 0; see
 *     {@link #pack}
 * @param scale {@code [oc]}
 * @param bias {@code [oc]}
 * @param shortcut what is added before the activation
 * @param activation {@code [oc]}
 */
public record BinaryConv(
        Shape in,
        int outChannels,
        int kernel,
        int stride,
        int dilation,
        float[] shift,
        long[] weights,
        float[] scale,
        float[] bias,
        Shortcut shortcut,
        RPReLU activation)
        implements Layer {
    public BinaryConv {
        Parameters.range("binary conv out channels", outChannels, 1, Shape.MAX_CHANNELS);
        Parameters.that(kernel == 1 || kernel == 3, "binary conv kernel", kernel, "1 or 3");
        Parameters.range("binary conv stride", stride, 1, 2);
        Parameters.range("binary conv dilation", dilation, 1, kernel == 1 ? 1 : 64);
        Parameters.that(
                shortcut != Shortcut.IDENTITY || stride == 1 && outChannels == in.channels(),
                "binary conv identity shortcut",
                "stride %d, channels %d to %d".formatted(stride, in.channels(), outChannels),
                "stride 1 and equal channels");
        Parameters.that(
                shortcut != Shortcut.POOL2 || stride == 2,
                "binary conv pool2 shortcut",
                "stride " + stride,
                "stride 2");
        int words = BitLayout.words(in.channels());
        long wanted = (long) outChannels * kernel * kernel * words;
        Parameters.length("binary conv weights", weights.length, wanted);
        Parameters.length("binary conv rprelu", activation.channels(), outChannels);
        weights = weights.clone();
        long unused = ~BitLayout.usedBits(in.channels(), words - 1);
        for (int i = words - 1; i < weights.length; i += words) {
            Parameters.that(
                    (weights[i] & unused) == 0,
                    "binary conv weights word " + i,
                    Long.toHexString(weights[i]),
                    "0 in the bits past channel " + in.channels());
        }
        shift = Parameters.finite("binary conv shift", shift, in.channels());
        scale = Parameters.finite("binary conv scale", scale, outChannels);
        bias = Parameters.finite("binary conv bias", bias, outChannels);
        in.convolved(stride, outChannels);
    }

    /**
     * Packs real weights {@code [outer][inChannels]} by their sign: negative becomes 1, that is −1;
     * zero is +1. For a convolution outer is {@code [oc][ky][kx]}.
     */
    public static long[] pack(float[] weights, int inChannels) {
        Parameters.that(
                inChannels > 0 && weights.length % inChannels == 0,
                "weights to pack",
                weights.length + " values",
                "a multiple of " + inChannels + " channels");
        int words = BitLayout.words(inChannels);
        long[] packed = new long[weights.length / inChannels * words];
        for (int i = 0; i < weights.length; i++) {
            int channel = i % inChannels;
            if (weights[i] < 0) {
                packed[i / inChannels * words + channel / 64] |= 1L << channel;
            }
        }
        return packed;
    }

    /** Width of the +1 border in pixels. */
    public int pad() {
        return dilation * (kernel / 2);
    }

    /** Products per output value: kernel² x input channels. */
    public int taps() {
        return kernel * kernel * in.channels();
    }

    @Override
    public Shape out() {
        return in.convolved(stride, outChannels);
    }

    @Override
    public long macs() {
        return (long) out().elements() * taps();
    }

    @Override
    public int weightBits() {
        return 1;
    }

    @Override
    public long parameterBytes() {
        return (long) weights.length * Long.BYTES + Float.BYTES * (shift.length + 5L * outChannels);
    }

    @Override
    public String describe() {
        StringBuilder text = new StringBuilder("binary %dx%d".formatted(kernel, kernel));
        if (stride > 1) {
            text.append(" /").append(stride);
        }
        if (dilation > 1) {
            text.append(" d").append(dilation);
        }
        return shortcut == Shortcut.NONE
                ? text.toString()
                : text.append(shortcut == Shortcut.IDENTITY ? " +x" : " +pool2").toString();
    }

    @Override
    public float[] shift() {
        return shift.clone();
    }

    @Override
    public long[] weights() {
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
        return other instanceof BinaryConv that
                && in.equals(that.in)
                && outChannels == that.outChannels
                && kernel == that.kernel
                && stride == that.stride
                && dilation == that.dilation
                && shortcut == that.shortcut
                && Arrays.equals(shift, that.shift)
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
        return "BinaryConv[%s, in=%s, out=%s]".formatted(describe(), in, out());
    }
}
