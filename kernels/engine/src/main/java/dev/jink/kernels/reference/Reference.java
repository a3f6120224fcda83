package dev.jink.kernels.reference;

import dev.jink.kernels.BitLayout;
import dev.jink.kernels.Shape;
import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.Head;
import dev.jink.kernels.plan.InputConv;
import dev.jink.kernels.plan.Layer;
import dev.jink.kernels.plan.RPReLU;
import dev.jink.kernels.plan.Shortcut;

import java.util.List;

/**
 * What a network computes, written to be checked by eye: plain loops over plain arrays, no packing
 * of activations, no borders, no fusing, no reuse of memory. Every other path must give these bits.
 *
 * <p>Tensors are dense {@code [h][w][c]}. Nothing passed in is modified. Float arithmetic is
 * float32, in the order written; Java never contracts a multiply and an add.
 */
public final class Reference {
    private Reference() {}

    /** The output of the last layer, {@code [h][w][c]}. */
    public static float[] run(List<Layer> layers, byte[] pixels) {
        float[] x = null;
        for (Layer layer : layers) {
            x =
                    switch (layer) {
                        case InputConv conv -> inputConv(conv, pixels);
                        case BinaryConv conv -> binaryConv(conv, x);
                        case Head head -> head(head, x);
                    };
        }
        return x;
    }

    public static float[] inputConv(InputConv layer, byte[] pixels) {
        Shape in = layer.in();
        Shape out = layer.out();
        byte[] weights = layer.weights();
        float[] scale = layer.scale();
        float[] bias = layer.bias();
        float[] y = new float[out.elements()];
        int pad = layer.kernel() / 2;
        for (int o = 0; o < y.length; o++) {
            int oc = o % out.channels();
            int ox = o / out.channels() % out.width();
            int oy = o / out.channels() / out.width();
            int acc = 0;
            for (int ky = 0; ky < layer.kernel(); ky++) {
                for (int kx = 0; kx < layer.kernel(); kx++) {
                    int iy = oy * layer.stride() + ky - pad;
                    int ix = ox * layer.stride() + kx - pad;
                    if (iy < 0 || iy >= in.height() || ix < 0 || ix >= in.width()) {
                        continue;
                    }
                    for (int ic = 0; ic < in.channels(); ic++) {
                        int tap = (ky * layer.kernel() + kx) * in.channels() + ic;
                        int pixel = pixels[(iy * in.width() + ix) * in.channels() + ic] & 0xFF;
                        acc += weights[oc * layer.taps() + tap] * (pixel - layer.zeroPoint());
                    }
                }
            }
            y[o] = scale[oc] * acc + bias[oc];
        }
        return activate(layer.activation(), y);
    }

    public static float[] binaryConv(BinaryConv layer, float[] x) {
        Shape in = layer.in();
        Shape out = layer.out();
        long[] weights = layer.weights();
        float[] shift = layer.shift();
        float[] scale = layer.scale();
        float[] bias = layer.bias();
        float[] y = new float[out.elements()];
        int words = BitLayout.words(in.channels());
        for (int o = 0; o < y.length; o++) {
            int oc = o % out.channels();
            int ox = o / out.channels() % out.width();
            int oy = o / out.channels() / out.width();
            int dot = 0;
            for (int ky = 0; ky < layer.kernel(); ky++) {
                for (int kx = 0; kx < layer.kernel(); kx++) {
                    int iy = oy * layer.stride() + ky * layer.dilation() - layer.pad();
                    int ix = ox * layer.stride() + kx * layer.dilation() - layer.pad();
                    boolean outside = iy < 0 || iy >= in.height() || ix < 0 || ix >= in.width();
                    int tap = (oc * layer.kernel() + ky) * layer.kernel() + kx;
                    for (int ic = 0; ic < in.channels(); ic++) {
                        boolean negative =
                                !outside
                                        && x[(iy * in.width() + ix) * in.channels() + ic]
                                                        + shift[ic]
                                                < 0;
                        boolean negativeWeight = (weights[tap * words + ic / 64] >>> ic & 1) == 1;
                        dot += negative == negativeWeight ? 1 : -1;
                    }
                }
            }
            y[o] = scale[oc] * dot + bias[oc];
            if (layer.shortcut() == Shortcut.IDENTITY) {
                y[o] += x[o];
            } else if (layer.shortcut() == Shortcut.POOL2) {
                y[o] += pooled(in, x, oy, ox, oc % in.channels());
            }
        }
        return activate(layer.activation(), y);
    }

    private static float pooled(Shape in, float[] x, int oy, int ox, int channel) {
        int top = 2 * oy * in.width();
        int bottom = Math.min(2 * oy + 1, in.height() - 1) * in.width();
        int left = 2 * ox;
        int right = Math.min(left + 1, in.width() - 1);
        float a = x[(top + left) * in.channels() + channel];
        float b = x[(top + right) * in.channels() + channel];
        float c = x[(bottom + left) * in.channels() + channel];
        float d = x[(bottom + right) * in.channels() + channel];
        return ((a + b) + (c + d)) * 0.25f;
    }

    public static float[] head(Head layer, float[] x) {
        int inChannels = layer.in().channels();
        float[] weights = layer.weights();
        float[] bias = layer.bias();
        float[] y = new float[layer.out().elements()];
        for (int o = 0; o < y.length; o++) {
            int oc = o % layer.outChannels();
            int pixel = o / layer.outChannels();
            y[o] = bias[oc];
            for (int ic = 0; ic < inChannels; ic++) {
                y[o] += weights[oc * inChannels + ic] * x[pixel * inChannels + ic];
            }
        }
        return y;
    }

    private static float[] activate(RPReLU activation, float[] v) {
        float[] gamma = activation.gamma();
        float[] beta = activation.beta();
        float[] zeta = activation.zeta();
        for (int i = 0; i < v.length; i++) {
            int c = i % gamma.length;
            float u = v[i] - gamma[c];
            v[i] = (u >= 0 ? u : beta[c] * u) + zeta[c];
        }
        return v;
    }
}
