package dev.jink.kernels.model;

import dev.jink.kernels.Shape;
import dev.jink.kernels.plan.Add;
import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.Concat;
import dev.jink.kernels.plan.Head;
import dev.jink.kernels.plan.InputConv;
import dev.jink.kernels.plan.Layer;
import dev.jink.kernels.plan.Padding;
import dev.jink.kernels.plan.Pool;
import dev.jink.kernels.plan.QuantizedHead;
import dev.jink.kernels.plan.Quantizer;
import dev.jink.kernels.plan.RPReLU;
import dev.jink.kernels.plan.Shortcut;
import dev.jink.kernels.plan.Upsample;
import dev.jink.kernels.plan.WeightBits;
import dev.jink.kernels.plan.Window;
import dev.jink.kernels.plan.Wire;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Models of each kind of layer, small enough for thousands of files of it. */
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

    /** Every other kind of layer, and every way of reading one. */
    public static Model graph() {
        Random random = new Random(6);
        Shape input = new Shape(6, 7, 2);
        byte[] pixelWeights = new byte[4 * 2];
        random.nextBytes(pixelWeights);
        Layer first =
                new InputConv(
                        input,
                        1,
                        1,
                        pixelWeights,
                        128,
                        floats(random, 4),
                        floats(random, 4),
                        activation(random, 4));
        Layer pool = new Pool(first.out(), Pool.Kind.MAX, Window.same(2, 2, 1));
        Window window = new Window(2, 1, 1, Padding.VALID);
        Layer grouped =
                new BinaryConv(
                        pool.out(),
                        2,
                        window,
                        2,
                        new Quantizer(2, floats(random, 4), 1.5f),
                        WeightBits.of(BinaryConv.pack(floats(random, 2 * 4 * 2), 2)),
                        floats(random, 2),
                        floats(random, 2),
                        Shortcut.NONE,
                        activation(random, 2));
        Layer more = new Upsample(grouped.out(), Upsample.Kind.BILINEAR, 2);
        Layer add = new Add(more.out(), activation(random, 2));
        Layer concat = new Concat(more.out(), 2);
        byte[] weights = new byte[3 * 4];
        random.nextBytes(weights);
        Layer head =
                new QuantizedHead(concat.out(), 20f, weights, floats(random, 3), floats(random, 3));
        byte[] pixels = new byte[input.elements()];
        random.nextBytes(pixels);
        return new Model(
                        input,
                        List.of(first, pool, grouped, more, add, concat, head),
                        List.of(
                                Wire.from(Wire.PICTURE),
                                Wire.from(0),
                                Wire.from(1),
                                Wire.from(2),
                                new Wire(3, 3),
                                new Wire(3, 4),
                                Wire.from(5)),
                        Map.of("name", "graph"),
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
