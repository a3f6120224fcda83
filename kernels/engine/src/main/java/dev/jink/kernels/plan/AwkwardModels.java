package dev.jink.kernels.plan;

import dev.jink.kernels.Shape;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.plan.AwkwardLayers.Numbers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Small random models made of what kernels get wrong: channel counts beside a power of two,
 * pictures of one row, odd sizes under a stride, dilations wider than the picture, weights that are
 * all alike, numbers at the ends of their range, layers that several others read in different ways.
 * No NaN arises from them.
 *
 * <p>The same seed gives the same models on every machine.
 */
final class AwkwardModels {
    private static final int[] SIDES = {1, 2, 3, 4, 5, 7, 8, 9, 13, 16, 21};
    private static final long MOST_MACS = 600_000;
    private static final int MOST_ELEMENTS = 40_000;

    private final RandomGenerator random;
    private final AwkwardLayers make;
    private final List<Layer> layers = new ArrayList<>();
    private final List<Wire> wires = new ArrayList<>();

    AwkwardModels(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        make = new AwkwardLayers(random);
    }

    Model next() {
        while (true) {
            Model model = candidate();
            boolean small =
                    model.layers().stream().mapToLong(Layer::macs).sum() <= MOST_MACS
                            && model.layers().stream()
                                    .allMatch(layer -> layer.out().elements() <= MOST_ELEMENTS);
            if (small) {
                return model;
            }
        }
    }

    /** Pixels for a model: noise, black, white, or only both ends. */
    byte[] pixels(Model model) {
        byte[] pixels = new byte[model.input().elements()];
        int style = random.nextInt(6);
        switch (style) {
            case 0 -> Arrays.fill(pixels, (byte) 0);
            case 1 -> Arrays.fill(pixels, (byte) 255);
            case 2 -> {
                for (int i = 0; i < pixels.length; i++) {
                    pixels[i] = (byte) (random.nextBoolean() ? 255 : 0);
                }
            }
            default -> random.nextBytes(pixels);
        }
        return pixels;
    }

    private Model candidate() {
        layers.clear();
        wires.clear();
        int pick = random.nextInt(8);
        Numbers numbers = pick < 5 ? Numbers.ORDINARY : Numbers.values()[pick - 4];
        make.draw(numbers);
        Shape picture =
                new Shape(
                        SIDES[random.nextInt(SIDES.length)],
                        SIDES[random.nextInt(SIDES.length)],
                        1 + random.nextInt(4));
        add(make.inputConv(picture), Wire.PICTURE);
        // Large numbers grow with every layer and must stay finite.
        int more = random.nextInt(numbers == Numbers.EXTREME ? 3 : 6);
        for (int i = 0; i < more; i++) {
            grow();
        }
        int end = random.nextInt(4);
        if (end < 2) {
            add(make.head(out(last()), end == 0), last());
        }
        return new Model(picture, layers, wires, Map.of("name", "awkward " + numbers), null);
    }

    private void grow() {
        int from = last();
        Shape in = out(from);
        switch (random.nextInt(9)) {
            case 0 -> add(make.pool(in), from);
            case 1 -> add(make.upsample(in), from);
            case 2 -> fork(from);
            case 3 -> residual(from);
            default -> add(make.binaryConv(in), from);
        }
    }

    /** Two convolutions that read one layer, alike or not, and what joins them. */
    private void fork(int from) {
        BinaryConv left = make.binaryConv(out(from));
        add(left, from);
        BinaryConv right = make.sibling(left);
        add(right, from);
        boolean alike = left.out().equals(right.out());
        Layer join =
                alike && random.nextBoolean()
                        ? make.add(left.out())
                        : new Concat(left.out(), right.out().channels());
        layers.add(join);
        wires.add(new Wire(from + 1, from + 2));
    }

    /** A convolution that adds an earlier layer's output, where one has its shape. */
    private void residual(int from) {
        BinaryConv conv = make.binaryConv(out(from));
        for (int other = 0; other < layers.size(); other++) {
            if (out(other).equals(conv.out())) {
                layers.add(make.withOther(conv));
                wires.add(new Wire(from, other));
                return;
            }
        }
        add(conv, from);
    }

    private void add(Layer layer, int from) {
        layers.add(layer);
        wires.add(Wire.from(from));
    }

    private int last() {
        return layers.size() - 1;
    }

    private Shape out(int layer) {
        return layers.get(layer).out();
    }
}
