package dev.jink.benchmarks;

import dev.jink.kernels.BitLayout;
import dev.jink.kernels.Shape;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.InputConv;
import dev.jink.kernels.plan.Layer;
import dev.jink.kernels.plan.Pool;
import dev.jink.kernels.plan.Quantizer;
import dev.jink.kernels.plan.RPReLU;
import dev.jink.kernels.plan.Shortcut;
import dev.jink.kernels.plan.WeightBits;
import dev.jink.kernels.plan.Window;
import dev.jink.kernels.plan.Wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The networks that are timed; weights are random, seeded. */
final class Networks {
    /** Channels of the narrow convolutions and blocks of each stage of a ResNet-50. */
    static final int[][] RESNET50 = {{64, 3}, {128, 4}, {256, 6}, {512, 3}};

    private final Random random = new Random(1);
    private final List<Layer> layers = new ArrayList<>();
    private final List<Wire> wires = new ArrayList<>();

    private Networks() {}

    /**
     * A ResNet-50 for pictures of {@code side} pixels: 8-bit input layer, all else 1-bit weights and
     * activations, the sums of the blocks in real values.
     */
    static Model resnet50(int side) {
        return new Networks().resnet(side, RESNET50);
    }

    /** One binary layer behind an input layer that makes its activations, and nothing behind it. */
    static Model layer(Shape in, int out, int kernel, int bits) {
        Networks net = new Networks();
        net.input(new Shape(in.height(), in.width(), 1), in.channels(), 1, 1);
        net.conv(in, out, kernel, 1, bits, Shortcut.NONE, Wire.from(0));
        // A reader of signs, so that the layer in the middle does what it does in a network.
        net.conv(net.last(), 8, 1, 1, 1, Shortcut.NONE, Wire.from(1));
        return net.model(new Shape(in.height(), in.width(), 1));
    }

    Model resnet(int side, int[][] stages) {
        Shape picture = new Shape(side, side, 3);
        input(picture, stages[0][0], 7, 2);
        layers.add(new Pool(last(), Pool.Kind.MAX, Window.same(3, 2, 1)));
        wires.add(Wire.from(0));
        for (int[] stage : stages) {
            for (int block = 0; block < stage[1]; block++) {
                int stride = block == 0 && stage != stages[0] ? 2 : 1;
                block(stage[0], stride, block == 0);
            }
        }
        return model(picture);
    }

    private void block(int channels, int stride, boolean widen) {
        int from = layers.size() - 1;
        Shape in = last();
        int shortcut = from;
        if (widen) {
            conv(in, 4 * channels, 1, stride, 1, Shortcut.NONE, Wire.from(from));
            shortcut = layers.size() - 1;
        }
        conv(in, channels, 1, 1, 1, Shortcut.NONE, Wire.from(from));
        conv(last(), channels, 3, stride, 1, Shortcut.NONE, Wire.from(layers.size() - 1));
        Wire wire = new Wire(layers.size() - 1, shortcut);
        conv(last(), 4 * channels, 1, 1, 1, Shortcut.OTHER, wire);
    }

    private void input(Shape picture, int channels, int kernel, int stride) {
        byte[] weights = new byte[channels * kernel * kernel * picture.channels()];
        random.nextBytes(weights);
        layers.add(
                new InputConv(
                        picture,
                        kernel,
                        stride,
                        weights,
                        128,
                        all(channels, 1e-3f),
                        all(channels, 0),
                        RPReLU.identity(channels)));
        wires.add(Wire.from(Wire.PICTURE));
    }

    private void conv(
            Shape in, int out, int kernel, int stride, int bits, Shortcut shortcut, Wire wire) {
        int words = BitLayout.words(in.channels());
        long[] weights = random.longs((long) out * kernel * kernel * words).toArray();
        for (int i = 0; i < weights.length; i++) {
            weights[i] &= BitLayout.usedBits(in.channels(), i % words);
        }
        float[] shift = all(in.channels(), 0.01f);
        layers.add(
                new BinaryConv(
                        in,
                        out,
                        Window.same(kernel, stride, 1),
                        1,
                        bits == 1 ? Quantizer.sign(shift) : new Quantizer(bits, shift, 2),
                        WeightBits.of(weights),
                        all(out, 0.01f),
                        all(out, 0.1f),
                        shortcut,
                        RPReLU.identity(out)));
        wires.add(wire);
    }

    private Shape last() {
        return layers.getLast().out();
    }

    private Model model(Shape picture) {
        return new Model(picture, layers, wires, Map.of("name", "benchmark"), null);
    }

    private static float[] all(int count, float value) {
        float[] values = new float[count];
        Arrays.fill(values, value);
        return values;
    }
}
