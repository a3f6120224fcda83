package dev.jink.compiler.lower;

import dev.jink.compiler.onnx.OnnxBuilder;
import dev.jink.compiler.onnx.OnnxModel;
import dev.jink.compiler.onnx.OnnxValue;
import dev.jink.compiler.onnx.Tensor;

import java.util.Map;
import java.util.Random;

/** ONNX graphs of layers as exporters write them; seeded weights. */
final class Net {
    final OnnxBuilder onnx = new OnnxBuilder();
    private final Random random;

    Net(long seed) {
        random = new Random(seed);
    }

    float[] gaussian(int count, float spread) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian() * spread;
        }
        return values;
    }

    float[] around(int count, float middle, float spread) {
        float[] values = gaussian(count, spread);
        for (int i = 0; i < count; i++) {
            values[i] = middle + Math.abs(values[i]);
        }
        return values;
    }

    /** −1 and +1. */
    float[] signs(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextBoolean() ? 1 : -1;
        }
        return values;
    }

    /** Weights that 8 bits hold without rounding. */
    float[] whole(int count, float step) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (random.nextInt(255) - 127) * step;
        }
        return values;
    }

    String weights(float[] values, int... dims) {
        return onnx.constant(Tensor.of(dims, values));
    }

    static Map<String, Object> window(int kernel, int stride, int pad) {
        return Map.of(
                "kernel_shape", new long[] {kernel, kernel},
                "strides", new long[] {stride, stride},
                "pads", new long[] {pad, pad, pad, pad});
    }

    String conv(String x, float[] weights, int out, int in, int kernel, int stride, int pad) {
        return onnx.node(
                "Conv", window(kernel, stride, pad), x, weights(weights, out, in, kernel, kernel));
    }

    String batchNorm(String x, int channels) {
        return onnx.node(
                "BatchNormalization",
                Map.of("epsilon", 1e-5f),
                x,
                weights(around(channels, 0.5f, 0.3f), channels),
                weights(gaussian(channels, 0.3f), channels),
                weights(gaussian(channels, 0.3f), channels),
                weights(around(channels, 0.5f, 1), channels));
    }

    OnnxModel model(String output, int... input) {
        return onnx.model(13, new OnnxValue("x", input), new OnnxValue(output, Tensor.FLOAT, null));
    }
}
