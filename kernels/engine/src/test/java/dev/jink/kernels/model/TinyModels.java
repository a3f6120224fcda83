package dev.jink.kernels.model;

import dev.jink.kernels.Shape;
import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.Head;
import dev.jink.kernels.plan.InputConv;
import dev.jink.kernels.plan.Layer;
import dev.jink.kernels.plan.RPReLU;
import dev.jink.kernels.plan.Shortcut;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** A model of each kind of layer, small enough for thousands of files of it. */
public final class TinyModels {
    private TinyModels() {}

    public static Model model() {
        Random random = new Random(5);
        Shape input = new Shape(5, 6, 1);
        byte[] pixelWeights = new byte[3 * 9];
        random.nextBytes(pixelWeights);
        Layer first =
                new InputConv(
                        input,
                        3,
                        2,
                        pixelWeights,
                        128,
                        floats(random, 3),
                        floats(random, 3),
                        activation(random, 3));
        Layer second =
                new BinaryConv(
                        first.out(),
                        3,
                        3,
                        1,
                        2,
                        floats(random, 3),
                        BinaryConv.pack(floats(random, 3 * 9 * 3), 3),
                        floats(random, 3),
                        floats(random, 3),
                        Shortcut.IDENTITY,
                        activation(random, 3));
        Layer third = new Head(second.out(), 2, floats(random, 6), floats(random, 2));
        byte[] pixels = new byte[input.elements()];
        random.nextBytes(pixels);
        return new Model(
                        input,
                        List.of(first, second, third),
                        Map.of("name", "tiny", "card", "Größe 3 × 2"),
                        null)
                .withGolden(pixels);
    }

    private static RPReLU activation(Random random, int channels) {
        return new RPReLU(
                floats(random, channels), floats(random, channels), floats(random, channels));
    }

    private static float[] floats(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
