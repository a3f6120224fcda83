package dev.jink.benchmarks;

import dev.jink.compiler.onnx.OnnxBuilder;
import dev.jink.compiler.onnx.OnnxValue;
import dev.jink.compiler.onnx.OnnxWriter;
import dev.jink.compiler.onnx.Tensor;
import dev.jink.kernels.Shape;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.Head;
import dev.jink.kernels.plan.InputConv;
import dev.jink.kernels.plan.Layer;
import dev.jink.kernels.plan.Shortcut;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The twin of a chain of one-bit convolutions as an ONNX model: the same shapes in float with
 * PRelu, or in 8 bits by {@code QLinearConv} and its kin without the bends, which 8-bit networks
 * fold away. Weights are random, seeded; only times are compared.
 */
final class ChainOnnx {
    private static final int OPSET = 17;
    private static final String MICROSOFT = "com.microsoft";

    private final OnnxBuilder onnx = new OnnxBuilder();
    private final Random random = new Random(4);
    private final boolean int8;
    private final byte[] bytes;
    private int names;

    /**
     * @throws IllegalArgumentException when a layer is of another kind, or reads from afar
     */
    ChainOnnx(Model model, boolean int8) {
        this.int8 = int8;
        if (!model.wires().equals(Model.chain(model.layers().size()))) {
            throw new IllegalArgumentException(
                    "twin: got a network with branches, wanted a chain; time this one by jink"
                            + " bench");
        }
        if (int8) {
            onnx.constant("scale", Tensor.scalar(0.05f));
            onnx.constant("weight_scale", Tensor.scalar(0.01f));
            onnx.constant("zero", Tensor.whole(Tensor.UINT8, new int[0], 0));
            onnx.constant("weight_zero", Tensor.whole(Tensor.INT8, new int[0], 0));
        }
        Shape in = model.input();
        String y = "x";
        for (Layer layer : model.layers()) {
            y = add(y, in, layer);
            in = layer.out();
        }
        int type = int8 ? Tensor.UINT8 : Tensor.FLOAT;
        bytes =
                OnnxWriter.bytes(
                        onnx.model(
                                OPSET,
                                new OnnxValue("x", type, shape(model.input())),
                                new OnnxValue(y, type, shape(in))));
    }

    private static int[] shape(Shape s) {
        return new int[] {1, s.channels(), s.height(), s.width()};
    }

    byte[] bytes() {
        return bytes;
    }

    private String add(String x, Shape in, Layer layer) {
        return switch (layer) {
            case InputConv c ->
                    bend(conv(x, in, c.outChannels(), c.kernel(), c.stride(), 1), c.outChannels());
            case BinaryConv c -> {
                int dilation = c.window().dilation();
                String y = conv(x, in, c.outChannels(), c.kernel(), c.stride(), dilation);
                String beside = shortcut(x, in, c);
                yield bend(beside == null ? y : sum(y, beside), c.outChannels());
            }
            case Head h -> conv(x, in, h.outChannels(), 1, 1, 1);
            default ->
                    throw new IllegalArgumentException(
                            "twin: got a layer %s, wanted convolutions alone; time it by jink bench"
                                    .formatted(layer.describe()));
        };
    }

    private String conv(String x, Shape in, int out, int kernel, int stride, int dilation) {
        String y = name();
        int taps = in.channels() * kernel * kernel;
        int[] shape = {out, in.channels(), kernel, kernel};
        long pad = (long) dilation * (kernel / 2);
        Map<String, Object> window =
                Map.of(
                        "kernel_shape", new long[] {kernel, kernel},
                        "strides", new long[] {stride, stride},
                        "dilations", new long[] {dilation, dilation},
                        "pads", new long[] {pad, pad, pad, pad});
        List<String> inputs;
        if (int8) {
            byte[] weights = new byte[out * taps];
            random.nextBytes(weights);
            onnx.constant(y + "_w", new Tensor(Tensor.INT8, shape, weights));
            onnx.constant(y + "_b", new Tensor(Tensor.INT32, new int[] {out}, new byte[4 * out]));
            inputs =
                    List.of(
                            x,
                            "scale",
                            "zero",
                            y + "_w",
                            "weight_scale",
                            "weight_zero",
                            "scale",
                            "zero",
                            y + "_b");
            onnx.node("QLinearConv", "", inputs, y, window);
            return y;
        }
        float[] weights = new float[out * taps];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (random.nextGaussian() / Math.sqrt(taps));
        }
        onnx.constant(y + "_w", Tensor.of(shape, weights));
        onnx.constant(y + "_b", Tensor.of(new int[] {out}, new float[out]));
        onnx.node("Conv", "", List.of(x, y + "_w", y + "_b"), y, window);
        return y;
    }

    /** What the layer adds to its convolution; null for nothing. */
    private String shortcut(String x, Shape in, BinaryConv layer) {
        if (layer.shortcut() == Shortcut.NONE) {
            return null;
        }
        String y = layer.shortcut() == Shortcut.POOL2 ? mean(x) : x;
        int copies = layer.outChannels() / in.channels();
        if (copies == 1) {
            return y;
        }
        String wide = name();
        Map<String, Object> axis = Map.of("axis", 1L);
        if (int8) {
            List<String> inputs = new ArrayList<>(List.of("scale", "zero"));
            for (int i = 0; i < copies; i++) {
                inputs.addAll(List.of(y, "scale", "zero"));
            }
            onnx.node("QLinearConcat", MICROSOFT, inputs, wide, axis);
        } else {
            onnx.node("Concat", "", Collections.nCopies(copies, y), wide, axis);
        }
        return wide;
    }

    private String mean(String x) {
        String y = name();
        Map<String, Object> window =
                Map.of("kernel_shape", new long[] {2, 2}, "strides", new long[] {2, 2});
        if (int8) {
            List<String> inputs = List.of(x, "scale", "zero", "scale", "zero");
            onnx.node("QLinearAveragePool", MICROSOFT, inputs, y, window);
        } else {
            onnx.node("AveragePool", "", List.of(x), y, window);
        }
        return y;
    }

    private String sum(String a, String b) {
        String y = name();
        if (int8) {
            List<String> inputs = List.of(a, "scale", "zero", b, "scale", "zero", "scale", "zero");
            onnx.node("QLinearAdd", MICROSOFT, inputs, y, Map.of());
        } else {
            onnx.node("Add", "", List.of(a, b), y, Map.of());
        }
        return y;
    }

    private String bend(String x, int channels) {
        if (int8) {
            return x;
        }
        String y = name();
        float[] slopes = new float[channels];
        Arrays.fill(slopes, 0.25f);
        onnx.constant(y + "_s", Tensor.of(new int[] {channels, 1, 1}, slopes));
        onnx.node("PRelu", "", List.of(x, y + "_s"), y, Map.of());
        return y;
    }

    private String name() {
        return "t" + names++;
    }
}
