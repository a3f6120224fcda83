package dev.jink.compiler.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jink.compiler.lower.Lowered;
import dev.jink.compiler.lower.Lowering;
import dev.jink.compiler.lower.PixelScale;
import dev.jink.compiler.onnx.OnnxModel;
import dev.jink.compiler.onnx.OnnxReader;
import dev.jink.compiler.onnx.OnnxWriter;
import dev.jink.compiler.runtime.Twin;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.plan.Head;
import dev.jink.kernels.plan.Layer;
import dev.jink.kernels.plan.Pool;
import dev.jink.kernels.plan.RandomModels;
import dev.jink.kernels.plan.Upsample;
import dev.jink.kernels.reference.Reference;

import org.junit.jupiter.api.Test;

import java.util.Map;

final class RoundTripTest {
    private static final int MODELS = 200;

    private static Lowered compiled(OnnxModel onnx) {
        OnnxModel read = OnnxReader.read(OnnxWriter.bytes(onnx));
        return Lowering.lower(read, PixelScale.PLAIN, Map.of());
    }

    @Test
    void shouldGiveTheSameBitsAfterExportAndCompile() {
        for (int seed = 0; seed < MODELS; seed++) {
            RandomModels random = new RandomModels(seed);
            Model model = random.next();
            byte[] pixels = random.pixels(model);
            Model again;
            try {
                again = compiled(Export.onnx(model)).model();
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + model.layers(), e);
            }
            float[] wanted = Reference.run(model, pixels);
            float[] got = Reference.run(again, pixels);
            assertArrayEquals(
                    wanted, got, 0f, "seed " + seed + ": " + model.layers() + " " + again.layers());
        }
    }

    @Test
    void shouldComputeTheSameInOnnxRuntime() {
        for (int seed = 0; seed < MODELS; seed++) {
            RandomModels random = new RandomModels(seed);
            Model model = random.next();
            if (model.metadata().get("name").contains("EXTREME")) {
                // Numbers below 1e-38, which ONNX Runtime takes for 0.
                continue;
            }
            byte[] pixels = random.pixels(model);
            OnnxModel onnx = Export.onnx(model);
            float[] wanted = Reference.run(model, pixels);
            float[] got;
            try (Twin twin = new Twin(onnx, compiled(onnx), PixelScale.PLAIN)) {
                got = twin.run(pixels);
            }
            assertEquals(wanted.length, got.length);
            float size = 1;
            for (float value : wanted) {
                size = Math.max(size, Math.abs(value));
            }
            // Bits, but for the order of sums in means, bilinear pixels and float heads.
            float tolerance = model.layers().stream().allMatch(RoundTripTest::isExact) ? 0 : 1e-5f;
            assertArrayEquals(
                    wanted, got, tolerance * size, "seed " + seed + ": " + model.layers());
        }
    }

    private static boolean isExact(Layer layer) {
        return !(layer instanceof Head)
                && !(layer instanceof Pool pool && pool.kind() == Pool.Kind.AVERAGE)
                && !(layer instanceof Upsample up && up.kind() == Upsample.Kind.BILINEAR);
    }
}
