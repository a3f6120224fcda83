package dev.jink.benchmarks;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;

/**
 * The float twin of the network that the node flies with, layer by layer as {@code jink inspect}
 * lists it: what one would run without the engine. Weights are random, seeded; only times are
 * compared.
 */
final class SightOnnx {
    private static final int OPSET = 17;
    private static final int HEIGHT = 120;
    private static final int WIDTH = 160;
    private static final int CELLS_DOWN = 15;
    private static final int CELLS_ACROSS = 20;
    private static final int OUT = 8;
    private static final int[] DILATIONS = {1, 2, 4, 1};

    private final OnnxWriter onnx = new OnnxWriter();
    private final Random random = new Random(6);
    private int names;

    byte[] bytes() {
        String y = prelu(conv("x", 1, 32, 7, 4, 1), 32);
        y = prelu(conv(y, 32, 64, 3, 2, 1), 64);
        for (int dilation : DILATIONS) {
            String sum = name();
            String narrow = conv(y, 64, 64, 3, 1, dilation);
            onnx.node("Add", "", List.of(narrow, y), sum, new OnnxWriter.Attributes());
            y = prelu(sum, 64);
        }
        y = conv(y, 64, OUT, 1, 1, 1);
        return onnx.model(
                OPSET,
                "x",
                new long[] {1, 1, HEIGHT, WIDTH},
                y,
                new long[] {1, OUT, CELLS_DOWN, CELLS_ACROSS},
                OnnxWriter.FLOAT);
    }

    private String conv(String x, int in, int out, int kernel, int stride, int dilation) {
        String y = name();
        float deviation = (float) Math.sqrt(1.0 / (in * kernel * kernel));
        weights(y + "_w", deviation, out, in, kernel, kernel);
        long pad = (long) kernel / 2 * dilation;
        OnnxWriter.Attributes window =
                new OnnxWriter.Attributes()
                        .ints("kernel_shape", kernel, kernel)
                        .ints("strides", stride, stride)
                        .ints("dilations", dilation, dilation)
                        .ints("pads", pad, pad, pad, pad);
        onnx.node("Conv", "", List.of(x, y + "_w"), y, window);
        return y;
    }

    private String prelu(String x, int channels) {
        String y = name();
        weights(y + "_s", 0.1f, channels, 1, 1);
        onnx.node("PRelu", "", List.of(x, y + "_s"), y, new OnnxWriter.Attributes());
        return y;
    }

    private void weights(String name, float deviation, long... shape) {
        int count = 1;
        for (long side : shape) {
            count *= (int) side;
        }
        ByteBuffer bytes = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            bytes.putFloat((float) random.nextGaussian() * deviation);
        }
        onnx.tensor(name, OnnxWriter.FLOAT, shape, bytes.array());
    }

    private String name() {
        return "t" + names++;
    }
}
