package dev.jink.compiler.export;

import dev.jink.compiler.onnx.OnnxBuilder;
import dev.jink.compiler.onnx.OnnxModel;
import dev.jink.compiler.onnx.OnnxValue;
import dev.jink.compiler.onnx.Tensor;
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
import dev.jink.kernels.plan.RPReLU;
import dev.jink.kernels.plan.Upsample;
import dev.jink.kernels.plan.Window;
import dev.jink.kernels.plan.Wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A model as an ONNX graph: uint8 {@code [1][h][w][c]} in, float {@code [1][h][w][c]} out, as the
 * engine has them.
 *
 * <p>Every multiplication, sum and comparison is a node of its own, in the engine's order, so that a
 * runtime rounds as the engine does. Sums of products are whole numbers, exact in float32 in any
 * order; a {@code Round} behind them changes nothing but keeps runtimes from multiplying the scale
 * into the weights, which would round. A sign is {@code Where(x < 0, -1, 1)}: ONNX's own is 0 at 0.
 * What may differ in the last bit: means other than of 2x2 blocks, bilinear pixels, the float head.
 */
public final class Export {
    private static final int OPSET = 17;

    private final OnnxBuilder onnx = new OnnxBuilder();
    private final List<String> outputs = new ArrayList<>();

    private Export() {}

    public static OnnxModel onnx(Model model) {
        return new Export().export(model);
    }

    private OnnxModel export(Model model) {
        Shape in = model.input();
        Shape out = model.output();
        String picture = "picture";
        for (int i = 0; i < model.layers().size(); i++) {
            Wire wire = model.wires().get(i);
            onnx.in("layer%d/".formatted(i));
            String x = i == 0 ? picture : outputs.get(wire.from());
            String other = wire.other() == Wire.NONE ? null : outputs.get(wire.other());
            outputs.add(layer(model.layers().get(i), x, other));
        }
        onnx.in("");
        String last =
                onnx.node(
                        "Transpose",
                        "",
                        List.of(outputs.getLast()),
                        "output",
                        Map.of("perm", new long[] {0, 2, 3, 1}));
        return onnx.model(
                OPSET,
                new OnnxValue(
                        picture,
                        Tensor.UINT8,
                        new int[] {1, in.height(), in.width(), in.channels()}),
                new OnnxValue(last, 1, out.height(), out.width(), out.channels()));
    }

    private String layer(Layer layer, String x, String other) {
        return switch (layer) {
            case InputConv conv -> inputConv(conv, x);
            case BinaryConv conv -> new BinaryExport(onnx).layer(conv, x, other);
            case Head head -> {
                int[] shape = {head.outChannels(), head.in().channels(), 1, 1};
                yield onnx.node(
                        "Conv",
                        x,
                        onnx.constant(Tensor.of(shape, head.weights())),
                        onnx.constant(Tensor.of(new int[] {shape[0]}, head.bias())));
            }
            case QuantizedHead head -> quantizedHead(head, x);
            case Pool pool -> pool(pool, x);
            case Upsample upsample -> upsample(upsample, x);
            case Concat concat -> onnx.node("Concat", Map.of("axis", 1L), x, other);
            case Add add -> activation(onnx, add.activation(), onnx.node("Add", x, other));
        };
    }

    private String inputConv(InputConv conv, String picture) {
        String x = onnx.node("Transpose", Map.of("perm", new long[] {0, 3, 1, 2}), picture);
        x = onnx.node("Cast", Map.of("to", (long) Tensor.FLOAT), x);
        x = onnx.node("Sub", x, onnx.scalar(conv.zeroPoint()));
        byte[] weights = conv.weights();
        float[] values = new float[weights.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = weights[i];
        }
        int k = conv.kernel();
        Tensor w = channelsFirst(values, conv.outChannels(), k, conv.in().channels());
        long pad = k / 2;
        long stride = conv.stride();
        String dot =
                onnx.node(
                        "Conv",
                        Map.of(
                                "pads", new long[] {pad, pad, pad, pad},
                                "strides", new long[] {stride, stride}),
                        x,
                        onnx.constant(w));
        String v = scaled(onnx, dot, conv.scale(), conv.bias());
        return activation(onnx, conv.activation(), v);
    }

    /** {@code scale * dot + bias} of a whole number. */
    static String scaled(OnnxBuilder onnx, String dot, float[] scale, float[] bias) {
        String whole = onnx.node("Round", dot);
        String v = onnx.node("Mul", whole, onnx.channels(scale));
        return onnx.node("Add", v, onnx.channels(bias));
    }

    /** Steps that change nothing are left out. */
    static String activation(OnnxBuilder onnx, RPReLU activation, String v) {
        String y = v;
        if (!isAll(activation.gamma(), 0)) {
            y = onnx.node("Sub", y, onnx.channels(activation.gamma()));
        }
        if (!isAll(activation.beta(), 1)) {
            y = onnx.node("PRelu", y, onnx.channels(activation.beta()));
        }
        return isAll(activation.zeta(), 0)
                ? y
                : onnx.node("Add", y, onnx.channels(activation.zeta()));
    }

    static boolean isAll(float[] values, float wanted) {
        for (float value : values) {
            if (value != wanted) {
                return false;
            }
        }
        return true;
    }

    /** From [oc][ky][kx][ic] to [oc][ic][ky][kx]. */
    static Tensor channelsFirst(float[] values, int out, int kernel, int channels) {
        int taps = kernel * kernel;
        float[] moved = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            int o = i / (taps * channels);
            moved[(o * channels + i % channels) * taps + i / channels % taps] = values[i];
        }
        return Tensor.of(new int[] {out, channels, kernel, kernel}, moved);
    }

    private String quantizedHead(QuantizedHead head, String x) {
        String q = onnx.node("Mul", x, onnx.scalar(head.inverseStep()));
        q = onnx.node("Round", q);
        String top = onnx.scalar(QuantizedHead.TOP);
        q = onnx.node("Clip", q, onnx.scalar(-QuantizedHead.TOP), top);
        byte[] weights = head.weights();
        float[] values = new float[weights.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = weights[i];
        }
        int[] shape = {head.outChannels(), head.in().channels(), 1, 1};
        String dot = onnx.node("Conv", q, onnx.constant(Tensor.of(shape, values)));
        return scaled(onnx, dot, head.scale(), head.bias());
    }

    /** The border of a window at top, left, bottom and right, as far as windows reach. */
    static long[] pads(Window window, Shape in) {
        Shape out = window.over(in, 1);
        int before = window.before();
        return new long[] {
            before,
            before,
            behind(window, out.height(), in.height()),
            behind(window, out.width(), in.width())
        };
    }

    private static long behind(Window window, int out, int in) {
        return Math.max(0, (out - 1) * window.stride() + window.reach() + 1 - window.before() - in);
    }

    static long[] twice(long value) {
        return new long[] {value, value};
    }

    private String pool(Pool pool, String x) {
        Window window = pool.window();
        Map<String, Object> attributes = new TreeMap<>();
        attributes.put("kernel_shape", twice(window.kernel()));
        attributes.put("strides", twice(window.stride()));
        long[] pads = pads(window, pool.in());
        if (!Arrays.equals(pads, new long[4])) {
            attributes.put("pads", pads);
        }
        return onnx.node(pool.kind() == Pool.Kind.MAX ? "MaxPool" : "AveragePool", attributes, x);
    }

    private String upsample(Upsample upsample, String x) {
        boolean nearest = upsample.kind() == Upsample.Kind.NEAREST;
        Map<String, Object> attributes =
                nearest
                        ? Map.of(
                                "mode", "nearest",
                                "coordinate_transformation_mode", "asymmetric",
                                "nearest_mode", "floor")
                        : Map.of(
                                "mode", "linear",
                                "coordinate_transformation_mode", "half_pixel");
        float factor = upsample.factor();
        Tensor scales = Tensor.of(new int[] {4}, 1, 1, factor, factor);
        return onnx.node("Resize", attributes, x, "", onnx.constant(scales));
    }
}
