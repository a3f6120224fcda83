package dev.jink.training;

import static org.bytedeco.pytorch.global.torch.tensor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.compiler.binarize.Precision;
import dev.jink.compiler.lower.PixelScale;
import dev.jink.compiler.onnx.OnnxModel;
import dev.jink.compiler.runtime.Difference;
import dev.jink.compiler.runtime.Feed;
import dev.jink.compiler.runtime.OnnxSession;
import dev.jink.kernels.KernelProvider;
import dev.jink.kernels.Shape;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.plan.Plan;
import dev.jink.kernels.reference.Reference;

import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** libtorch in evaluation mode against the engine's specification and its compiled plan. */
class ExportTest {
    private static final long SEED = 11;
    private static final float TOLERANCE = 2e-4f;

    @Test
    void shouldEqualTheEngineWithOddWidthsPoolingAndDilation() {
        parity(
                24,
                32,
                new Architecture.Stem(5, 5, 2),
                new Architecture.Block(10, 2, 1),
                new Architecture.Block(10, 1, 1),
                new Architecture.Block(10, 1, 2));
    }

    @Test
    void shouldEqualTheEngineAcrossWordBorders() {
        parity(
                16,
                16,
                new Architecture.Stem(65, 7, 4),
                new Architecture.Block(65, 1, 4),
                new Architecture.Block(130, 2, 1));
    }

    @Test
    void shouldEqualTheEngineWithoutBinaryLayers() {
        parity(12, 8, new Architecture.Stem(3, 3, 1));
    }

    private static final Architecture POOLED =
            new Architecture(
                    24,
                    32,
                    new Architecture.Stem(5, 5, 2),
                    List.of(
                            new Architecture.Block(5, 1, 1),
                            new Architecture.Block(10, 2, 1),
                            new Architecture.Block(10, 1, 2)),
                    8,
                    1);

    @Test
    void shouldWriteTheFloatTwinAsOnnx() {
        SplittableRandom random = new SplittableRandom(SEED);
        SightNetwork network = shaken(POOLED, random);
        OnnxModel onnx = network.onnx();
        Feed feed = new Feed(onnx, new PixelScale(new float[] {128}, new float[] {1}, null));
        Difference difference = new Difference();
        byte[] pixels = new byte[POOLED.height() * POOLED.width()];
        float[][] planes = new float[1][];
        try (OnnxSession runtime = OnnxSession.open(onnx, feed)) {
            for (int i = 0; i < 5; i++) {
                random.nextBytes(pixels);
                Torch.withoutGradient(
                        () ->
                                planes[0] =
                                        Weights.values(
                                                network.forward(
                                                        batch(POOLED, pixels),
                                                        Arithmetic.FLOAT,
                                                        Pass.EVALUATE)));
                difference.add(runtime.run(pixels).getFirst(), planes[0]);
            }
        }
        assertTrue(difference.relative() < 1e-5, "relative " + difference.relative());
    }

    @Test
    void shouldCutTheFloatTwinToOneBitAfterTraining() {
        SplittableRandom random = new SplittableRandom(SEED);
        SightNetwork network = shaken(POOLED, random);
        List<byte[]> pictures = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            byte[] pixels = new byte[POOLED.height() * POOLED.width()];
            random.nextBytes(pixels);
            pictures.add(pixels);
        }
        for (Precision precision : Precision.values()) {
            Model model = PostTraining.binarized(network.onnx(), precision, pictures);
            assertEquals(new Shape(6, 8, 8), model.output(), precision.toString());
        }
    }

    @Test
    void shouldRefuseABlockWithoutShortcut() {
        IllegalArgumentException e =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                new Architecture(
                                        8,
                                        8,
                                        new Architecture.Stem(4, 3, 1),
                                        List.of(new Architecture.Block(6, 1, 1)),
                                        8,
                                        1));
        assertEquals(
                "block without a shortcut: got 4 -> 6 channels at stride 1, wanted equal channels"
                        + " at stride 1 or a multiple at stride 2; change the widths",
                e.getMessage());
    }

    private static void parity(
            int height, int width, Architecture.Stem stem, Architecture.Block... blocks) {
        for (int bits : new int[] {1, 2, 4}) {
            parity(new Architecture(height, width, stem, List.of(blocks), 8, bits));
        }
    }

    private static void parity(Architecture shape) {
        System.out.println("seed " + SEED);
        SplittableRandom random = new SplittableRandom(SEED);
        SightNetwork network = shaken(shape, random);
        byte[] pixels = new byte[shape.height() * shape.width()];
        random.nextBytes(pixels);
        float[] ours = evaluate(network, pixels);
        compare(ours, Reference.run(network.export(), pixels));
        Model model =
                new Model(
                        new Shape(shape.height(), shape.width(), 1),
                        network.export(),
                        Map.of(),
                        null);
        try (Plan plan = Plan.of(model, KernelProvider.choose())) {
            plan.input().copyFrom(java.lang.foreign.MemorySegment.ofArray(pixels));
            plan.run();
            compare(ours, plan.output().toArray(java.lang.foreign.ValueLayout.JAVA_FLOAT));
        }
    }

    /** A network with nothing left at its comfortable start: all parameters, all statistics. */
    private static SightNetwork shaken(Architecture shape, SplittableRandom random) {
        SightNetwork network = new SightNetwork(shape, SEED);
        Torch.withoutGradient(
                () -> {
                    for (long i = 0; i < network.weights().trained().size(); i++) {
                        Tensor t = network.weights().trained().get(i);
                        float[] noise = new float[(int) t.numel()];
                        for (int k = 0; k < noise.length; k++) {
                            noise[k] = (float) random.nextGaussian() * 0.3f;
                        }
                        t.add_(tensor(noise).reshape(t.sizes()));
                    }
                });
        byte[] pixels = new byte[shape.height() * shape.width()];
        for (int i = 0; i < 5; i++) {
            random.nextBytes(pixels);
            Torch.withoutGradient(
                    () -> network.forward(batch(shape, pixels), Arithmetic.BINARY, Pass.TRAIN));
        }
        return network;
    }

    /** Logits [rows][columns][8]. */
    private static float[] evaluate(SightNetwork network, byte[] pixels) {
        float[][] logits = new float[1][];
        Torch.withoutGradient(
                () -> {
                    Tensor x = batch(network.architecture(), pixels);
                    Tensor planes = network.forward(x, Arithmetic.BINARY, Pass.EVALUATE);
                    logits[0] = Weights.values(planes.permute(0, 2, 3, 1));
                });
        return logits[0];
    }

    private static Tensor batch(Architecture shape, byte[] pixels) {
        float[] values = new float[pixels.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Byte.toUnsignedInt(pixels[i]);
        }
        return tensor(values).reshape(1, 1, shape.height(), shape.width());
    }

    private static void compare(float[] ours, float[] engine) {
        assertEquals(ours.length, engine.length);
        float spread = 0;
        for (int i = 0; i < ours.length; i++) {
            spread = Math.max(spread, Math.abs(ours[i] - ours[0]));
            assertEquals(ours[i], engine[i], TOLERANCE, "logit " + i);
        }
        assertTrue(spread > 0.1f, "an output that says nothing proves nothing: spread " + spread);
    }
}
