package dev.jink.compiler.binarize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.compiler.lower.Lowered;
import dev.jink.compiler.lower.Lowering;
import dev.jink.compiler.lower.PixelScale;
import dev.jink.compiler.onnx.OnnxBuilder;
import dev.jink.compiler.onnx.OnnxException;
import dev.jink.compiler.onnx.OnnxModel;
import dev.jink.compiler.onnx.OnnxValue;
import dev.jink.compiler.onnx.Tensor;
import dev.jink.compiler.runtime.Difference;
import dev.jink.compiler.runtime.Pictures;
import dev.jink.compiler.runtime.Twin;
import dev.jink.kernels.KernelProvider;
import dev.jink.kernels.Shape;
import dev.jink.kernels.plan.Plan;

import org.junit.jupiter.api.Test;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

final class BinarizerTest {
    private static final PixelScale UNIT =
            new PixelScale(new float[] {128}, new float[] {64}, null);
    private static final Shape PICTURE = new Shape(16, 20, 1);

    private final Random random = new Random(7);
    private final OnnxBuilder onnx = new OnnxBuilder();

    private String weights(int... dims) {
        float[] values = new float[Tensor.elements(dims)];
        float spread = (float) Math.sqrt(2.0 * dims[0] / values.length);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian() * spread;
        }
        return onnx.constant(Tensor.of(dims, values));
    }

    /** Weights that the engine's first layer holds without rounding. */
    private String eightBits(int... dims) {
        float[] values = new float[Tensor.elements(dims)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (random.nextInt(255) - 127) * 0.005f;
        }
        return onnx.constant(Tensor.of(dims, values));
    }

    private static Map<String, Object> pads(int stride) {
        return Map.of("pads", new long[] {1, 1, 1, 1}, "strides", new long[] {stride, stride});
    }

    /** Three 3x3 layers, the last two with shortcuts as a ResNet has them; Relu6; a dense head. */
    private OnnxModel network() {
        String y = onnx.node("Conv", pads(2), "x", eightBits(16, 1, 3, 3));
        y = onnx.node("Relu", y);
        for (int i = 0; i < 2; i++) {
            String conv = onnx.node("Conv", pads(1), y, weights(16, 16, 3, 3));
            y = onnx.node("Clip", onnx.node("Add", conv, y), onnx.scalar(0), onnx.scalar(6));
        }
        y = onnx.node("Conv", pads(1), y, weights(16, 16, 3, 3));
        y = onnx.node("Relu", y);
        y = onnx.node("Conv", y, weights(4, 16, 1, 1));
        return onnx.model(
                13,
                new OnnxValue("x", 1, 1, PICTURE.height(), PICTURE.width()),
                new OnnxValue(y, Tensor.FLOAT, null));
    }

    private static Difference loss(OnnxModel model, Precision precision, boolean exact) {
        List<byte[]> seen = Pictures.noise(PICTURE, 16, 1);
        Binarizer.Result result = Binarizer.binarize(model, UNIT, seen, precision, exact);
        assertEquals(3, result.explained().size());
        Lowered lowered = Lowering.lower(result.onnx(), UNIT, Map.of());
        Difference difference = new Difference();
        Difference compiled = new Difference();
        try (Twin original = new Twin(model, lowered, UNIT);
                Twin binarized = new Twin(result.onnx(), lowered, UNIT);
                Plan plan = Plan.of(lowered.model(), KernelProvider.choose())) {
            for (byte[] picture : Pictures.noise(PICTURE, 16, 2)) {
                difference.add(Twin.run(plan, picture), original.run(picture));
                compiled.add(Twin.run(plan, picture), binarized.run(picture));
            }
        }
        assertTrue(compiled.relative() < 1e-3, precision + ": " + compiled.relative());
        return difference;
    }

    @Test
    void shouldLoseLessWithMoreBitsAndTellHowMuch() {
        OnnxModel model = network();
        Map<Precision, Double> losses = new EnumMap<>(Precision.class);
        for (Precision precision : Precision.values()) {
            Difference difference = loss(model, precision, true);
            losses.put(precision, difference.relative());
        }
        assertTrue(losses.get(Precision.W1A2) < losses.get(Precision.W1A1), losses.toString());
        assertTrue(losses.get(Precision.W1A4) < losses.get(Precision.W1A2), losses.toString());
        // The engine's own border is another value than 0, and costs something.
        double one = loss(model, Precision.W1A4, false).relative();
        assertTrue(one > losses.get(Precision.W1A4), one + " " + losses);
    }

    @Test
    void shouldSayWhenThereIsNothingToBinarize() {
        String y = onnx.node("Conv", pads(1), "x", weights(4, 1, 3, 3));
        OnnxModel model =
                onnx.model(13, new OnnxValue("x", 1, 1, 16, 20), new OnnxValue(y, 1, 4, 16, 20));
        OnnxException e =
                assertThrows(OnnxException.class, () -> loss(model, Precision.W1A1, true));
        assertEquals(
                "got no convolution between the first and the head, wanted one to binarize: give a"
                        + " deeper network",
                e.getMessage());
    }
}
