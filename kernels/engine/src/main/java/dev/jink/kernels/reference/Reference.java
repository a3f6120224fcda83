package dev.jink.kernels.reference;

import dev.jink.kernels.Shape;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.plan.Add;
import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.Concat;
import dev.jink.kernels.plan.Head;
import dev.jink.kernels.plan.InputConv;
import dev.jink.kernels.plan.Layer;
import dev.jink.kernels.plan.Pool;
import dev.jink.kernels.plan.QuantizedHead;
import dev.jink.kernels.plan.Quantizer;
import dev.jink.kernels.plan.RPReLU;
import dev.jink.kernels.plan.Upsample;
import dev.jink.kernels.plan.Window;
import dev.jink.kernels.plan.Wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
    public static float[] run(Model model, byte[] pixels) {
        List<float[]> outputs = new ArrayList<>();
        for (int i = 0; i < model.layers().size(); i++) {
            Wire wire = model.wires().get(i);
            float[] x = i == 0 ? null : outputs.get(wire.from());
            float[] other = wire.other() == Wire.NONE ? null : outputs.get(wire.other());
            outputs.add(
                    switch (model.layers().get(i)) {
                        case InputConv conv -> inputConv(conv, pixels);
                        case BinaryConv conv -> binaryConv(conv, x, other);
                        case Head head -> head(head, x);
                        case QuantizedHead head -> quantizedHead(head, x);
                        case Pool pool -> Resampling.pool(pool, x);
                        case Upsample upsample -> Resampling.upsample(upsample, x);
                        case Concat concat -> concat(concat, x, other);
                        case Add add -> add(add, x, other);
                    });
        }
        return outputs.getLast();
    }

    /** A chain of layers. */
    public static float[] run(List<Layer> layers, byte[] pixels) {
        return run(new Model(layers.getFirst().in(), layers, Map.of(), null), pixels);
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

    /** Without another layer's shortcut. */
    public static float[] binaryConv(BinaryConv layer, float[] x) {
        return binaryConv(layer, x, null);
    }

    public static float[] binaryConv(BinaryConv layer, float[] x, float[] other) {
        Shape in = layer.in();
        Shape out = layer.out();
        Window window = layer.window();
        Quantizer quantizer = layer.quantizer();
        float[] shift = quantizer.shift();
        float[] scale = layer.scale();
        float[] bias = layer.bias();
        float[] y = new float[out.elements()];
        int words = layer.groupWords();
        for (int o = 0; o < y.length; o++) {
            int oc = o % out.channels();
            int ox = o / out.channels() % out.width();
            int oy = o / out.channels() / out.width();
            int firstChannel = oc / (out.channels() / layer.groups()) * layer.groupChannels();
            int dot = 0;
            for (int ky = 0; ky < window.kernel(); ky++) {
                for (int kx = 0; kx < window.kernel(); kx++) {
                    int iy = oy * window.stride() + ky * window.dilation() - window.before();
                    int ix = ox * window.stride() + kx * window.dilation() - window.before();
                    boolean outside = iy < 0 || iy >= in.height() || ix < 0 || ix >= in.width();
                    int tap = (oc * window.kernel() + ky) * window.kernel() + kx;
                    for (int c = 0; c < layer.groupChannels(); c++) {
                        int ic = firstChannel + c;
                        int code =
                                outside
                                        ? quantizer.top()
                                        : quantizer.code(
                                                x[(iy * in.width() + ix) * in.channels() + ic],
                                                shift[ic]);
                        int level = 2 * code - quantizer.top();
                        long word = layer.weights().word((long) tap * words + c / 64);
                        dot += (word >>> c & 1) == 1 ? -level : level;
                    }
                }
            }
            y[o] = scale[oc] * dot + bias[oc];
            switch (layer.shortcut()) {
                case NONE -> {}
                case IDENTITY -> y[o] += x[o];
                case POOL2 -> y[o] += pooled(in, x, oy, ox, oc % in.channels());
                case OTHER -> y[o] += other[o];
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

    public static float[] quantizedHead(QuantizedHead layer, float[] x) {
        int inChannels = layer.in().channels();
        byte[] weights = layer.weights();
        float[] scale = layer.scale();
        float[] bias = layer.bias();
        float[] y = new float[layer.out().elements()];
        for (int o = 0; o < y.length; o++) {
            int oc = o % layer.outChannels();
            int pixel = o / layer.outChannels();
            int acc = 0;
            for (int ic = 0; ic < inChannels; ic++) {
                float v = x[pixel * inChannels + ic];
                acc +=
                        weights[oc * inChannels + ic]
                                * QuantizedHead.quantized(v, layer.inverseStep());
            }
            y[o] = scale[oc] * acc + bias[oc];
        }
        return y;
    }

    public static float[] concat(Concat layer, float[] x, float[] other) {
        int channels = layer.in().channels();
        float[] y = new float[layer.out().elements()];
        for (int o = 0; o < y.length; o++) {
            int c = o % layer.out().channels();
            int pixel = o / layer.out().channels();
            y[o] =
                    c < channels
                            ? x[pixel * channels + c]
                            : other[pixel * layer.otherChannels() + c - channels];
        }
        return y;
    }

    public static float[] add(Add layer, float[] x, float[] other) {
        float[] y = new float[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = x[i] + other[i];
        }
        return activate(layer.activation(), y);
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
