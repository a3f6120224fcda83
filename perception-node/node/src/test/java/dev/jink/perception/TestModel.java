package dev.jink.perception;

import dev.jink.kernels.KernelProvider;
import dev.jink.kernels.Shape;
import dev.jink.kernels.model.Golden;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.model.ModelFile;
import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.Head;
import dev.jink.kernels.plan.InputConv;
import dev.jink.kernels.plan.Layer;
import dev.jink.kernels.plan.Plan;
import dev.jink.kernels.plan.RPReLU;
import dev.jink.kernels.plan.Shortcut;
import dev.jink.kernels.reference.Reference;
import dev.jink.perception.sight.Detector;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A network of the shipped one's shape with random weights from a fixed seed: for what depends on
 * sizes and times, never on what is seen.
 */
public final class TestModel {
    private static final long SEED = 7;
    private static final int CHANNELS = 64;
    private static final Map<String, String> FACTS =
            Map.of(
                    "name", "random weights, tests only",
                    "virtual_camera", "160 120 80 80 79.5 59.5",
                    "grid", "20 15",
                    "thresholds_m", "1 1.5 2 3 4 6 8 12");

    private TestModel() {}

    public static Detector detector() {
        return new Detector(Plan.of(model(), KernelProvider.choose()));
    }

    /**
     * A network that answers every cell of every picture alike.
     *
     * @param logit of every threshold: far below 0 is clear and sure, near 0 is not sure of anything
     */
    public static Detector constant(float logit) {
        Model model = model();
        List<Layer> layers = new ArrayList<>(model.layers());
        Head head = (Head) layers.removeLast();
        layers.add(new Head(head.in(), 8, new float[8 * CHANNELS], filled(8, logit)));
        return new Detector(
                Plan.of(new Model(model.input(), layers, FACTS, null), KernelProvider.choose()));
    }

    /** Writes the model, with a golden output, as {@code sight.jink} into a folder. */
    public static Path write(Path folder) throws IOException {
        Path file = folder.resolve("sight.jink");
        Model model = model();
        byte[] picture = new byte[model.input().elements()];
        new SplittableRandom(SEED).nextBytes(picture);
        Golden golden = new Golden(picture, Reference.run(model.layers(), picture));
        ModelFile.write(new Model(model.input(), model.layers(), FACTS, golden), file);
        return file;
    }

    private static Model model() {
        SplittableRandom dice = new SplittableRandom(SEED);
        Shape in = new Shape(120, 160, 1);
        byte[] first = new byte[CHANNELS * 7 * 7];
        dice.nextBytes(first);
        InputConv input =
                new InputConv(
                        in,
                        7,
                        4,
                        first,
                        128,
                        filled(CHANNELS, 1e-4f),
                        floats(dice, CHANNELS, 0.5f),
                        RPReLU.identity(CHANNELS));
        BinaryConv down = binary(dice, input.out(), 2, 1, Shortcut.POOL2);
        BinaryConv same = binary(dice, down.out(), 1, 1, Shortcut.IDENTITY);
        BinaryConv wide = binary(dice, same.out(), 1, 2, Shortcut.IDENTITY);
        Head head =
                new Head(
                        wide.out(),
                        8,
                        floats(dice, 8 * CHANNELS, 0.3f),
                        new float[] {-6, -5, -4, -3, -2, -1, 0, 1});
        List<Layer> layers = List.of(input, down, same, wide, head);
        return new Model(in, layers, FACTS, null);
    }

    private static BinaryConv binary(
            SplittableRandom dice, Shape in, int stride, int dilation, Shortcut shortcut) {
        long[] weights = new long[CHANNELS * 9];
        Arrays.setAll(weights, i -> dice.nextLong());
        return new BinaryConv(
                in,
                CHANNELS,
                3,
                stride,
                dilation,
                floats(dice, CHANNELS, 0.2f),
                weights,
                filled(CHANNELS, 0.01f),
                floats(dice, CHANNELS, 0.2f),
                shortcut,
                RPReLU.identity(CHANNELS));
    }

    private static float[] filled(int n, float value) {
        float[] floats = new float[n];
        Arrays.fill(floats, value);
        return floats;
    }

    private static float[] floats(SplittableRandom dice, int n, float spread) {
        float[] floats = new float[n];
        for (int i = 0; i < n; i++) {
            floats[i] = (float) (spread * (2 * dice.nextDouble() - 1));
        }
        return floats;
    }
}
