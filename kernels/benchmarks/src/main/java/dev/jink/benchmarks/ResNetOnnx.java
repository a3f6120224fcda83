package dev.jink.benchmarks;

import dev.jink.compiler.onnx.OnnxBuilder;
import dev.jink.compiler.onnx.OnnxValue;
import dev.jink.compiler.onnx.OnnxWriter;
import dev.jink.compiler.onnx.Tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The ResNet-50 of {@link Networks#resnet50} as an ONNX model: in float, or in 8 bits by {@code
 * QLinearConv} and {@code QLinearAdd}. Weights are random, seeded; only times are compared.
 */
final class ResNetOnnx {
    private static final int OPSET = 17;

    private final OnnxBuilder onnx = new OnnxBuilder();
    private final Random random = new Random(4);
    private final boolean int8;
    private final byte[] bytes;
    private int names;
    private int height;
    private int channels;

    /**
     * @param stages channels and blocks of each stage
     */
    ResNetOnnx(int side, int[][] stages, boolean int8) {
        this.int8 = int8;
        if (int8) {
            onnx.constant("scale", Tensor.scalar(0.05f));
            onnx.constant("weight_scale", Tensor.scalar(0.01f));
            onnx.constant("zero", Tensor.whole(Tensor.UINT8, new int[0], 0));
            onnx.constant("weight_zero", Tensor.whole(Tensor.INT8, new int[0], 0));
        }
        height = side;
        channels = 3;
        String y = conv("x", stages[0][0], 7, 2, true);
        y = maxPool(y);
        for (int[] stage : stages) {
            for (int block = 0; block < stage[1]; block++) {
                int stride = block == 0 && stage != stages[0] ? 2 : 1;
                y = block(y, stage[0], stride, block == 0);
            }
        }
        int type = int8 ? Tensor.UINT8 : Tensor.FLOAT;
        bytes =
                OnnxWriter.bytes(
                        onnx.model(
                                OPSET,
                                new OnnxValue("x", type, new int[] {1, 3, side, side}),
                                new OnnxValue(y, type, new int[] {1, channels, height, height})));
    }

    byte[] bytes() {
        return bytes;
    }

    private String block(String x, int narrow, int stride, boolean widen) {
        int inHeight = height;
        int inChannels = channels;
        String shortcut = widen ? conv(x, 4 * narrow, 1, stride, false) : x;
        height = inHeight;
        channels = inChannels;
        String y = conv(x, narrow, 1, 1, true);
        y = conv(y, narrow, 3, stride, true);
        y = conv(y, 4 * narrow, 1, 1, false);
        return add(y, shortcut);
    }

    private String conv(String x, int out, int kernel, int stride, boolean relu) {
        String y = name();
        int count = out * channels * kernel * kernel;
        int[] shape = {out, channels, kernel, kernel};
        Map<String, Object> window = window(kernel, stride);
        if (int8) {
            byte[] weights = new byte[count];
            random.nextBytes(weights);
            onnx.constant(y + "_w", new Tensor(Tensor.INT8, shape, weights));
            onnx.constant(y + "_b", new Tensor(Tensor.INT32, new int[] {out}, new byte[4 * out]));
            List<String> inputs =
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
        } else {
            float deviation = (float) Math.sqrt(2.0 / (channels * kernel * kernel));
            ByteBuffer weights = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < count; i++) {
                weights.putFloat((float) random.nextGaussian() * deviation);
            }
            onnx.constant(y + "_w", new Tensor(Tensor.FLOAT, shape, weights.array()));
            onnx.constant(y + "_b", new Tensor(Tensor.FLOAT, new int[] {out}, new byte[4 * out]));
            onnx.node("Conv", "", List.of(x, y + "_w", y + "_b"), y, window);
            y = relu ? relu(y) : y;
        }
        height = (height + kernel / 2 * 2 - kernel) / stride + 1;
        channels = out;
        return y;
    }

    private String maxPool(String x) {
        String y = name();
        onnx.node("MaxPool", "", List.of(x), y, window(3, 2));
        height = (height - 1) / 2 + 1;
        return y;
    }

    private String add(String a, String b) {
        String y = name();
        if (int8) {
            List<String> inputs = List.of(a, "scale", "zero", b, "scale", "zero", "scale", "zero");
            onnx.node("QLinearAdd", "com.microsoft", inputs, y, Map.of());
            return y;
        }
        onnx.node("Add", "", List.of(a, b), y, Map.of());
        return relu(y);
    }

    private String relu(String x) {
        String y = name();
        onnx.node("Relu", "", List.of(x), y, Map.of());
        return y;
    }

    private static Map<String, Object> window(int kernel, int stride) {
        long pad = kernel / 2;
        return Map.of(
                "kernel_shape", new long[] {kernel, kernel},
                "strides", new long[] {stride, stride},
                "pads", new long[] {pad, pad, pad, pad});
    }

    private String name() {
        return "t" + names++;
    }
}
