package dev.jink.benchmarks;

import dev.jink.kernels.Shape;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.Head;
import dev.jink.kernels.plan.InputConv;
import dev.jink.kernels.plan.Layer;
import dev.jink.kernels.plan.Shortcut;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The twin of a chain of one-bit convolutions as an ONNX model: the same shapes in float with
 * PRelu, or in 8 bits by {@code QLinearConv} and its kin without the bends, which 8-bit networks
 * fold away. Weights are random, seeded; only times are compared.
 */
final class ChainOnnx {
    private static final int OPSET = 17;
    private static final String MICROSOFT = "com.microsoft";

    private final OnnxWriter onnx = new OnnxWriter();
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
            onnx.scalar("scale", 0.05f);
            onnx.scalar("weight_scale", 0.01f);
            onnx.scalar("zero", OnnxWriter.UINT8, (byte) 0);
            onnx.scalar("weight_zero", OnnxWriter.INT8, (byte) 0);
        }
        Shape in = model.input();
        String y = "x";
        for (Layer layer : model.layers()) {
            y = add(y, in, layer);
            in = layer.out();
        }
        bytes =
                onnx.model(
                        OPSET,
                        "x",
                        shape(model.input()),
                        y,
                        shape(in),
                        int8 ? OnnxWriter.UINT8 : OnnxWriter.FLOAT);
    }

    private static long[] shape(Shape s) {
        return new long[] {1, s.channels(), s.height(), s.width()};
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
        long[] shape = {out, in.channels(), kernel, kernel};
        long pad = (long) dilation * (kernel / 2);
        OnnxWriter.Attributes window =
                new OnnxWriter.Attributes()
                        .ints("kernel_shape", kernel, kernel)
                        .ints("strides", stride, stride)
                        .ints("dilations", dilation, dilation)
                        .ints("pads", pad, pad, pad, pad);
        List<String> inputs;
        if (int8) {
            byte[] weights = new byte[out * taps];
            random.nextBytes(weights);
            onnx.tensor(y + "_w", OnnxWriter.INT8, shape, weights);
            onnx.tensor(y + "_b", OnnxWriter.INT32, new long[] {out}, new byte[4 * out]);
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
        onnx.tensor(y + "_w", OnnxWriter.FLOAT, shape, floats(weights));
        onnx.tensor(y + "_b", OnnxWriter.FLOAT, new long[] {out}, floats(new float[out]));
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
        OnnxWriter.Attributes axis = new OnnxWriter.Attributes().number("axis", 1);
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
        OnnxWriter.Attributes window =
                new OnnxWriter.Attributes().ints("kernel_shape", 2, 2).ints("strides", 2, 2);
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
            onnx.node("QLinearAdd", MICROSOFT, inputs, y, new OnnxWriter.Attributes());
        } else {
            onnx.node("Add", "", List.of(a, b), y, new OnnxWriter.Attributes());
        }
        return y;
    }

    private String bend(String x, int channels) {
        if (int8) {
            return x;
        }
        String y = name();
        float[] slopes = new float[channels];
        java.util.Arrays.fill(slopes, 0.25f);
        onnx.tensor(y + "_s", OnnxWriter.FLOAT, new long[] {channels, 1, 1}, floats(slopes));
        onnx.node("PRelu", "", List.of(x, y + "_s"), y, new OnnxWriter.Attributes());
        return y;
    }

    private static byte[] floats(float[] values) {
        ByteBuffer bytes =
                ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    private String name() {
        return "t" + names++;
    }
}
