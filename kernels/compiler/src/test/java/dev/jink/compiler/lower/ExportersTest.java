package dev.jink.compiler.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.compiler.onnx.OnnxModel;
import dev.jink.compiler.onnx.OnnxReader;
import dev.jink.compiler.onnx.OnnxWriter;
import dev.jink.compiler.onnx.Tensor;
import dev.jink.compiler.runtime.Difference;
import dev.jink.compiler.runtime.Pictures;
import dev.jink.compiler.runtime.Twin;
import dev.jink.kernels.KernelProvider;
import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.Layer;
import dev.jink.kernels.plan.Plan;
import dev.jink.kernels.plan.Shortcut;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** Graphs in the shapes that exporters give them, in ONNX Runtime and in the engine. */
final class ExportersTest {
    private static final PixelScale UNIT =
            new PixelScale(new float[] {128}, new float[] {64}, null);

    private static Lowered same(OnnxModel model) {
        OnnxModel read = OnnxReader.read(OnnxWriter.bytes(model));
        Lowered lowered = Lowering.lower(read, UNIT, Map.of());
        Difference difference = new Difference();
        try (Twin twin = new Twin(read, lowered, UNIT);
                Plan plan = Plan.of(lowered.model(), KernelProvider.choose())) {
            for (byte[] picture : Pictures.noise(lowered.model().input(), 12, 5)) {
                difference.add(Twin.run(plan, picture), twin.run(picture));
            }
        }
        assertTrue(
                difference.relative() < 1e-3,
                "relative %s, worst %s".formatted(difference.relative(), difference.worst()));
        return lowered;
    }

    private static List<String> layers(Lowered lowered) {
        return lowered.model().layers().stream().map(Layer::describe).toList();
    }

    /** torch.sign, zero padding, scaled weights, real-valued shortcuts, a Linear head. */
    @Test
    void shouldCompileABiRealNetAsPyTorchExportsIt() {
        Net net = new Net(1);
        String y = net.conv("x", net.whole(16 * 9, 0.02f), 16, 1, 3, 2, 1);
        y = net.batchNorm(y, 16);
        for (int block = 0; block < 2; block++) {
            float[] weights = net.signs(16 * 16 * 9);
            float[] alpha = net.around(16, 0.02f, 0.02f);
            for (int i = 0; i < weights.length; i++) {
                weights[i] *= alpha[i / (16 * 9)];
            }
            String conv = net.conv(net.onnx.node("Sign", y), weights, 16, 16, 3, 1, 1);
            y = net.onnx.node("Add", net.batchNorm(conv, 16), y);
        }
        y = net.onnx.node("Relu", y);
        y =
                net.onnx.node(
                        "MaxPool",
                        Map.of("kernel_shape", new long[] {2, 2}, "strides", new long[] {2, 2}),
                        y);
        y = net.onnx.node("GlobalAveragePool", y);
        y = net.onnx.node("Flatten", Map.of("axis", 1L), y);
        y =
                net.onnx.node(
                        "Gemm",
                        Map.of("transB", 1L),
                        y,
                        net.weights(net.gaussian(5 * 16, 0.3f), 5, 16),
                        net.weights(net.gaussian(5, 0.3f), 5));
        Lowered lowered = same(net.model(y, 1, 1, 24, 24));
        assertTrue(
                lowered.notes().toString().contains("a border that is not +1 costs a second"),
                lowered.notes().toString());
    }

    /** Shifts before the sign, straight-through estimators left in, RPReLU, 2x2 means. */
    @Test
    void shouldCompileAReActNetAsPyTorchExportsIt() {
        Net net = new Net(2);
        String y = net.conv("x", net.whole(16 * 9, 0.02f), 16, 1, 3, 1, 1);
        y = net.batchNorm(y, 16);
        y = block(net, y, 16, 1);
        String pooled =
                net.onnx.node(
                        "AveragePool",
                        Map.of("kernel_shape", new long[] {2, 2}, "strides", new long[] {2, 2}),
                        y);
        String twice = net.onnx.node("Concat", Map.of("axis", 1L), pooled, pooled);
        String conv = binary(net, y, 16, 32, 2);
        y = rprelu(net, net.onnx.node("Add", net.batchNorm(conv, 32), twice), 32);
        y = block(net, y, 32, 1);
        y = net.conv(y, net.gaussian(4 * 32, 0.2f), 4, 32, 1, 1, 0);
        Lowered lowered = same(net.model(y, 1, 1, 12, 16));
        assertEquals(
                List.of(
                        "input 3x3 /1",
                        "binary 3x3 +x",
                        "binary 3x3 /2 +pool2",
                        "binary 3x3 +x",
                        "head 1x1"),
                layers(lowered));
    }

    private static String block(Net net, String x, int channels, int stride) {
        String conv = binary(net, x, channels, channels, stride);
        return rprelu(net, net.onnx.node("Add", net.batchNorm(conv, channels), x), channels);
    }

    private static String rprelu(Net net, String x, int channels) {
        String y = net.onnx.node("Add", x, channels(net, channels));
        y =
                net.onnx.node(
                        "PRelu", y, net.weights(net.around(channels, 0.1f, 0.2f), channels, 1, 1));
        return net.onnx.node("Add", y, channels(net, channels));
    }

    private static String channels(Net net, int channels) {
        return net.weights(net.gaussian(channels, 0.3f), 1, channels, 1, 1);
    }

    /** sign(x + b) - g + g with a polynomial g of masks, and weights alike; padded by ones. */
    private static String binary(Net net, String x, int in, int out, int stride) {
        String shifted = net.onnx.node("Add", x, channels(net, in));
        String sign = net.onnx.node("Sign", shifted);
        String mask = net.onnx.node("Less", shifted, net.onnx.scalar(-1));
        String masked = net.onnx.node("Cast", Map.of("to", 1L), mask);
        String square = net.onnx.node("Mul", shifted, shifted);
        String gradient = net.onnx.node("Mul", square, masked);
        String bits = net.onnx.node("Add", net.onnx.node("Sub", sign, gradient), gradient);
        String padded =
                net.onnx.node(
                        "Pad",
                        bits,
                        net.onnx.constant(Tensor.list(0, 0, 1, 1, 0, 0, 1, 1)),
                        net.onnx.scalar(1));
        String real = net.weights(net.gaussian(out * in * 9, 0.4f), out, in, 3, 3);
        String size =
                net.onnx.node(
                        "ReduceMean",
                        Map.of("axes", new long[] {1, 2, 3}, "keepdims", 1L),
                        net.onnx.node("Abs", real));
        String binary = net.onnx.node("Mul", net.onnx.node("Sign", real), size);
        String clipped = net.onnx.node("Clip", real, net.onnx.scalar(-1), net.onnx.scalar(1));
        String weights = net.onnx.node("Add", net.onnx.node("Sub", binary, clipped), clipped);
        return net.onnx.node(
                "Conv", Map.of("strides", new long[] {stride, stride}), padded, weights);
    }

    /** NHWC with transposes around convolutions, sign(sign(x) + 0.1), one-padding, MatMul. */
    @Test
    void shouldCompileALarqNetAsTf2OnnxExportsIt() {
        Net net = new Net(3);
        Map<String, Object> first = Map.of("perm", new long[] {0, 3, 1, 2});
        Map<String, Object> last = Map.of("perm", new long[] {0, 2, 3, 1});
        String y = net.onnx.node("Transpose", first, "x");
        y =
                net.onnx.node(
                        "Conv",
                        Net.window(3, 1, 1),
                        y,
                        net.weights(net.whole(32 * 3 * 9, 0.01f), 32, 3, 3, 3),
                        net.weights(net.gaussian(32, 0.2f), 32));
        y = net.onnx.node("Transpose", last, y);
        y = scaled(net, y, 32);
        for (int block = 0; block < 2; block++) {
            String sign = net.onnx.node("Sign", y);
            sign = net.onnx.node("Add", sign, net.onnx.scalar(0.1f));
            sign = net.onnx.node("Sign", sign);
            String padded =
                    net.onnx.node(
                            "Pad",
                            sign,
                            net.onnx.constant(Tensor.list(0, 1, 1, 0, 0, 1, 1, 0)),
                            net.onnx.scalar(1));
            String conv = net.onnx.node("Transpose", first, padded);
            conv = net.conv(conv, net.signs(32 * 32 * 9), 32, 32, 3, 1, 0);
            conv = scaled(net, net.onnx.node("Transpose", last, conv), 32);
            y = net.onnx.node("Add", conv, y);
        }
        y = net.onnx.node("Relu", y);
        String pool = net.onnx.node("Transpose", first, y);
        pool =
                net.onnx.node(
                        "MaxPool",
                        Map.of(
                                "kernel_shape", new long[] {3, 3},
                                "strides", new long[] {2, 2},
                                "auto_pad", "SAME_UPPER"),
                        pool);
        // 6x6 to 3x3: TensorFlow pads an even side behind alone.
        pool = net.onnx.node("Sign", net.batchNorm(pool, 32));
        Map<String, Object> same = Map.of("strides", new long[] {2, 2}, "auto_pad", "SAME_UPPER");
        pool = net.onnx.node("Conv", same, pool, net.weights(net.signs(32 * 32 * 9), 32, 32, 3, 3));
        y = scaled(net, net.onnx.node("Transpose", last, pool), 32);
        y = net.onnx.node("ReduceMean", Map.of("axes", new long[] {1, 2}, "keepdims", 0L), y);
        y = net.onnx.node("MatMul", y, net.weights(net.gaussian(32 * 6, 0.3f), 32, 6));
        y = net.onnx.node("Add", y, net.weights(net.gaussian(6, 0.3f), 6));
        Lowered lowered = same(net.model(y, 1, 12, 12, 3));
        long shortcuts =
                lowered.model().layers().stream()
                        .filter(l -> l instanceof BinaryConv c && c.shortcut() == Shortcut.IDENTITY)
                        .count();
        assertEquals(2, shortcuts, layers(lowered).toString());
    }

    /** Batch normalisation as tf2onnx folds it. */
    private static String scaled(Net net, String x, int channels) {
        String y =
                net.onnx.node("Mul", x, net.weights(net.around(channels, 0.05f, 0.1f), channels));
        return net.onnx.node("Add", y, net.weights(net.gaussian(channels, 0.3f), channels));
    }

    /** where(x < 0, -1, 1), 2-bit clip and round, QDQ of 4 bits, a dense binary layer, Resize, Concat. */
    @Test
    void shouldCompileQuantizersAsLibtorchUsersWriteThem() {
        Net net = new Net(4);
        String y = net.conv("x", net.whole(8 * 25, 0.02f), 8, 1, 5, 2, 2);
        y = net.batchNorm(y, 8);
        String where =
                net.onnx.node(
                        "Where",
                        net.onnx.node("GreaterOrEqual", y, net.onnx.scalar(0.25f)),
                        net.onnx.scalar(1),
                        net.onnx.scalar(-1));
        String one = net.batchNorm(net.conv(where, net.signs(16 * 8 * 9), 16, 8, 3, 2, 1), 16);
        // DoReFa: round(clip(x, 0, 1) * 3) / 3.
        String two = net.onnx.node("Clip", one, net.onnx.scalar(0), net.onnx.scalar(1));
        two = net.onnx.node("Mul", two, net.onnx.scalar(3));
        two = net.onnx.node("Div", net.onnx.node("Round", two), net.onnx.scalar(3));
        two = net.batchNorm(net.conv(two, net.signs(16 * 16 * 9), 16, 16, 3, 1, 1), 16);
        // QuantizeLinear to int8, clipped to 4 bits.
        String step = net.onnx.scalar(0.2f);
        String zero = net.onnx.constant(Tensor.whole(Tensor.INT8, new int[0], 0));
        String low = net.onnx.constant(Tensor.whole(Tensor.INT8, new int[0], -8));
        String high = net.onnx.constant(Tensor.whole(Tensor.INT8, new int[0], 7));
        String four = net.onnx.node("QuantizeLinear", two, step, zero);
        four = net.onnx.node("Clip", four, low, high);
        four = net.onnx.node("DequantizeLinear", four, step, zero);
        four = net.batchNorm(net.conv(four, net.signs(16 * 16), 16, 16, 1, 1, 0), 16);
        Tensor twice = Tensor.of(new int[] {4}, 1, 1, 2, 2);
        String up =
                net.onnx.node(
                        "Resize",
                        Map.of(
                                "mode", "nearest",
                                "coordinate_transformation_mode", "asymmetric",
                                "nearest_mode", "floor"),
                        four,
                        "",
                        net.onnx.constant(twice));
        String all = net.onnx.node("Concat", Map.of("axis", 1L), up, y);
        all = net.onnx.node("LeakyRelu", Map.of("alpha", 0.1f), all);
        all = net.conv(net.onnx.node("Sign", all), net.signs(8 * 24), 8, 24, 1, 1, 0);
        all = net.batchNorm(all, 8);
        all = net.conv(all, net.gaussian(3 * 8, 0.2f), 3, 8, 1, 1, 0);
        Lowered lowered = same(net.model(all, 1, 1, 16, 24));
        assertTrue(layers(lowered).toString().contains(" a2"), layers(lowered).toString());
        assertTrue(layers(lowered).toString().contains(" a4"), layers(lowered).toString());
    }

    /** Dynamic batch, view by shape, a dense binary layer over a flattened picture. */
    @Test
    void shouldFollowShapesThatTheGraphComputesItself() {
        Net net = new Net(5);
        String y = net.conv("x", net.whole(8 * 9, 0.02f), 8, 1, 3, 2, 1);
        y = net.onnx.node("Sign", net.batchNorm(y, 8));
        String batch =
                net.onnx.node(
                        "Gather",
                        Map.of("axis", 0L),
                        net.onnx.node("Shape", y),
                        net.onnx.constant(Tensor.whole(Tensor.INT64, new int[0], 0)));
        String shape =
                net.onnx.node(
                        "Concat",
                        Map.of("axis", 0L),
                        net.onnx.node("Unsqueeze", batch, net.onnx.constant(Tensor.list(0))),
                        net.onnx.constant(Tensor.list(-1)));
        y = net.onnx.node("Reshape", y, shape);
        y =
                net.onnx.node(
                        "Gemm",
                        Map.of("transB", 1L),
                        y,
                        net.weights(net.signs(32 * 8 * 16), 32, 8 * 16));
        y = net.batchNorm(y, 32);
        y = net.onnx.node("Gemm", y, net.weights(net.gaussian(32 * 3, 0.2f), 32, 3));
        Lowered lowered = same(net.model(y, -1, 1, 8, 8));
        assertEquals(List.of("input 3x3 /2", "binary 4x4 valid", "head 1x1"), layers(lowered));
    }
}
