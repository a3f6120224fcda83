package dev.jink.sim.trial;

import dev.jink.kernels.Shape;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.model.ModelFile;
import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.Head;
import dev.jink.kernels.plan.InputConv;
import dev.jink.kernels.plan.RPReLU;
import dev.jink.kernels.plan.Shortcut;
import dev.jink.sim.scene.Dice;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A small network of the right shapes with random weights, for tests of what lies around it. */
final class RandomModel {
    private static final int CHANNELS = 64;

    private RandomModel() {}

    static Path write(Path file, long seed) throws IOException {
        Dice dice = new Dice(seed);
        Shape picture = new Shape(120, 160, 1);
        byte[] first = new byte[CHANNELS * 49];
        for (int i = 0; i < first.length; i++) {
            first[i] = (byte) dice.integer(-128, 127);
        }
        InputConv input =
                new InputConv(
                        picture,
                        7,
                        4,
                        first,
                        128,
                        floats(dice, CHANNELS, 1e-4),
                        floats(dice, CHANNELS, 0.5),
                        RPReLU.identity(CHANNELS));
        long[] weights = new long[CHANNELS * 9];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = dice.seed();
        }
        BinaryConv down =
                new BinaryConv(
                        input.out(),
                        CHANNELS,
                        3,
                        2,
                        1,
                        floats(dice, CHANNELS, 0.2),
                        weights,
                        floats(dice, CHANNELS, 0.01),
                        floats(dice, CHANNELS, 0.2),
                        Shortcut.POOL2,
                        RPReLU.identity(CHANNELS));
        Head head = new Head(down.out(), 8, floats(dice, 8 * CHANNELS, 0.3), new float[8]);
        Map<String, String> facts =
                Map.of(
                        "name", "random weights, tests only",
                        "virtual_camera", "160 120 80 80 79.5 59.5",
                        "grid", "20 15",
                        "thresholds_m", "1 1.5 2 3 4 6 8 12");
        ModelFile.write(new Model(picture, List.of(input, down, head), facts, null), file);
        return file;
    }

    private static float[] floats(Dice dice, int count, double spread) {
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = (float) dice.uniform(-spread, spread);
        }
        return floats;
    }
}
