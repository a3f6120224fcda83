package dev.jink.kernels.plan;

import dev.jink.kernels.BitLayout;
import dev.jink.kernels.Shape;

import java.util.Arrays;

/**
 * A convolution of few-bit levels with 1-bit weights, with a real-valued shortcut. A dense layer is
 * one of these on a picture of one pixel.
 *
 * <pre>
 *   level = quantizer of x, a sum of bit planes     see {@link Quantizer}
 *   dot   = sum of level * weight                   an int, exact; by planes it is
 *           sum over planes p of 2^p (K - 2 popcount(plane p xor weights)), K = kernel² x ic / groups
 *   v   = scale * dot + bias                        float32, multiply then add
 *   v   = v + shortcut                              not for NONE
 *   y   = rprelu(v)
 * </pre>
 *
 * With {@link Padding#SAME} activations outside the picture are +1 on every plane ("same-one").
 *
 * @param in real-valued input {@code [h][w][ic]}
 * @param outChannels 1 or more, any count that {@code groups} divides
 * @param groups 1 or more; out channels are dealt to the groups in order, and each sees its group's
 *     in channels only
 * @param quantizer of the in channels
 * @param weights {@code [oc][ky][kx][words of ic / groups]} bits as {@link BitLayout} says, unused
 *     bits 0; see {@link #pack}
 * @param scale {@code [oc]}
 * @param bias {@code [oc]}
 * @param shortcut what is added before the activation
 * @param activation {@code [oc]}
 */
public record BinaryConv(
        Shape in,
        int outChannels,
        Window window,
        int groups,
        Quantizer quantizer,
        WeightBits weights,
        float[] scale,
        float[] bias,
        Shortcut shortcut,
        RPReLU activation)
        implements Layer {
    /** |dot| is at most taps x the largest level, so with this many it is exact in a float. */
    public static final int MAX_SUM = 1 << 24;

    public BinaryConv {
        Parameters.range("binary conv out channels", outChannels, 1, Shape.MAX_CHANNELS);
        Parameters.that(
                groups >= 1 && in.channels() % groups == 0 && outChannels % groups == 0,
                "binary conv groups",
                groups,
                "a divisor of %d and %d channels".formatted(in.channels(), outChannels));
        Shape out = window.over(in, outChannels);
        Parameters.that(
                shortcut != Shortcut.IDENTITY || out.equals(in),
                "binary conv identity shortcut",
                "%s to %s".formatted(in, out),
                "equal shapes");
        Parameters.that(
                shortcut != Shortcut.POOL2
                        || window.stride() == 2 && window.padding() == Padding.SAME,
                "binary conv pool2 shortcut",
                window.describe(),
                "stride 2 and padding");
        long taps = (long) window.taps() * in.channels() / groups;
        Parameters.that(
                taps * quantizer.top() <= MAX_SUM,
                "binary conv taps times levels",
                taps * quantizer.top(),
                "at most " + MAX_SUM);
        int words = BitLayout.words(in.channels() / groups);
        Parameters.length(
                "binary conv weights", weights.words(), (long) outChannels * window.taps() * words);
        Parameters.length("binary conv rprelu", activation.channels(), outChannels);
        Parameters.length("binary conv shift", quantizer.channels(), in.channels());
        weights.checkUnused(in.channels() / groups);
        scale = Parameters.finite("binary conv scale", scale, outChannels);
        bias = Parameters.finite("binary conv bias", bias, outChannels);
    }

    /** Signs in, one group, padded: the layer that most networks are made of. */
    public BinaryConv(
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
            RPReLU activation) {
        this(
                in,
                outChannels,
                Window.same(kernel, stride, dilation),
                1,
                Quantizer.sign(shift),
                WeightBits.of(weights),
                scale,
                bias,
                shortcut,
                activation);
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

    public int kernel() {
        return window.kernel();
    }

    public int stride() {
        return window.stride();
    }

    /** In channels that one out channel sees. */
    public int groupChannels() {
        return in.channels() / groups;
    }

    /** Words of one out channel's weights under one tap. */
    public int groupWords() {
        return BitLayout.words(groupChannels());
    }

    /** Products per output value: kernel² x input channels of a group. */
    public int taps() {
        return window.taps() * groupChannels();
    }

    /** Its shortcut is the output of another layer. */
    @Override
    public Shape other() {
        return shortcut == Shortcut.OTHER ? out() : null;
    }

    @Override
    public BinaryConv on(Shape size) {
        return new BinaryConv(
                size,
                outChannels,
                window,
                groups,
                quantizer,
                weights,
                scale,
                bias,
                shortcut,
                activation);
    }

    @Override
    public Shape out() {
        return window.over(in, outChannels);
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
        return weights.words() * Long.BYTES
                + Float.BYTES * (quantizer.channels() + 5L * outChannels);
    }

    @Override
    public String describe() {
        StringBuilder text = new StringBuilder("binary ").append(window.describe());
        if (groups > 1) {
            text.append(" g").append(groups);
        }
        if (quantizer.bits() > 1) {
            text.append(" a").append(quantizer.bits());
        }
        return switch (shortcut) {
            case NONE -> text.toString();
            case IDENTITY -> text.append(" +x").toString();
            case POOL2 -> text.append(" +pool2").toString();
            case OTHER -> text.append(" +other").toString();
        };
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
                && window.equals(that.window)
                && groups == that.groups
                && quantizer.equals(that.quantizer)
                && shortcut == that.shortcut
                && weights.equals(that.weights)
                && Arrays.equals(scale, that.scale)
                && Arrays.equals(bias, that.bias)
                && activation.equals(that.activation);
    }

    @Override
    public int hashCode() {
        return in.hashCode() * 31 + weights.hashCode();
    }

    @Override
    public String toString() {
        return "BinaryConv[%s, in=%s, out=%s]".formatted(describe(), in, out());
    }
}
