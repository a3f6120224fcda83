package dev.jink.kernels.plan;

import dev.jink.kernels.BitLayout;
import dev.jink.kernels.Shape;
import dev.jink.kernels.model.Model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Small random models made of what kernels get wrong: channel counts beside a power of two,
 * pictures of one row, odd sizes under a stride, dilations wider than the picture, weights that are
 * all alike, numbers at the ends of their range. No NaN arises from them.
 *
 * <p>The same seed gives the same models on every machine.
 */
final class AwkwardModels {
    private static final int[] CHANNELS = {1, 2, 7, 8, 17, 33, 63, 64, 65, 96, 127, 128, 129, 192};
    private static final int[] SIDES = {1, 2, 3, 4, 5, 7, 8, 9, 13, 16, 21};
    private static final int[] DILATIONS = {1, 1, 2, 3, 4, 8};
    private static final long MOST_MACS = 600_000;

    /** How the numbers of one model are drawn. */
    enum Numbers {
        ORDINARY,
        ALL_ZERO,
        ALL_ONE,
        EXTREME
    }

    private final RandomGenerator random;

    AwkwardModels(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    Model next() {
        while (true) {
            Model model = candidate();
            if (model.layers().stream().mapToLong(Layer::macs).sum() <= MOST_MACS) {
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
        int pick = random.nextInt(8);
        Numbers numbers = pick < 5 ? Numbers.ORDINARY : Numbers.values()[pick - 4];
        Shape shape = new Shape(any(SIDES), any(SIDES), 1 + random.nextInt(4));
        List<Layer> layers = new ArrayList<>();
        layers.add(inputConv(shape, numbers));
        int binary = random.nextInt(4);
        for (int i = 0; i < binary; i++) {
            layers.add(binaryConv(layers.getLast().out(), numbers));
        }
        if (random.nextInt(3) > 0) {
            layers.add(head(layers.getLast().out(), numbers));
        }
        return new Model(shape, layers, Map.of("name", "awkward " + numbers), null);
    }

    private InputConv inputConv(Shape in, Numbers numbers) {
        int kernel = 1 + 2 * random.nextInt(4);
        int out = any(CHANNELS);
        byte[] weights = new byte[out * kernel * kernel * in.channels()];
        switch (numbers) {
            case ORDINARY -> random.nextBytes(weights);
            case ALL_ZERO -> {}
            case ALL_ONE -> Arrays.fill(weights, (byte) 1);
            case EXTREME -> Arrays.fill(weights, (byte) (random.nextBoolean() ? -128 : 127));
        }
        return new InputConv(
                in,
                kernel,
                1 + random.nextInt(4),
                weights,
                numbers == Numbers.ORDINARY ? 128 : any(new int[] {0, 127, 128, 255}),
                floats(out, 0.01f, numbers),
                floats(out, 1f, numbers),
                activation(out, numbers));
    }

    private BinaryConv binaryConv(Shape in, Numbers numbers) {
        int kernel = random.nextInt(3) == 0 ? 1 : 3;
        int stride = 1 + random.nextInt(2);
        int out = random.nextBoolean() ? in.channels() : any(CHANNELS);
        Shortcut shortcut = Shortcut.NONE;
        if (random.nextInt(4) > 0) {
            shortcut =
                    stride == 2
                            ? Shortcut.POOL2
                            : out == in.channels() ? Shortcut.IDENTITY : Shortcut.NONE;
        }
        int words = BitLayout.words(in.channels());
        long[] weights = new long[out * kernel * kernel * words];
        for (int i = 0; i < weights.length; i++) {
            long bits =
                    switch (numbers) {
                        case ORDINARY -> random.nextLong();
                        case ALL_ZERO -> 0;
                        case ALL_ONE -> -1;
                        case EXTREME -> random.nextBoolean() ? -1 : 0;
                    };
            weights[i] = bits & BitLayout.usedBits(in.channels(), i % words);
        }
        return new BinaryConv(
                in,
                out,
                kernel,
                stride,
                kernel == 1 ? 1 : any(DILATIONS),
                floats(in.channels(), 0.5f, numbers),
                weights,
                floats(out, 0.05f, numbers),
                floats(out, 0.5f, numbers),
                shortcut,
                activation(out, numbers));
    }

    private Head head(Shape in, Numbers numbers) {
        int out = any(CHANNELS);
        return new Head(
                in, out, floats(out * in.channels(), 0.2f, numbers), floats(out, 1f, numbers));
    }

    private RPReLU activation(int channels, Numbers numbers) {
        return random.nextInt(5) == 0
                ? RPReLU.identity(channels)
                : new RPReLU(
                        floats(channels, 0.5f, numbers),
                        floats(channels, 0.3f, numbers),
                        floats(channels, 0.5f, numbers));
    }

    private float[] floats(int count, float deviation, Numbers numbers) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] =
                    switch (numbers) {
                        case ORDINARY -> (float) random.nextGaussian() * deviation;
                        case ALL_ZERO -> random.nextBoolean() ? 0f : -0f;
                        case ALL_ONE -> 1f;
                        case EXTREME -> extreme();
                    };
        }
        return values;
    }

    /** Large, tiny, subnormal; small enough in size that a few layers of them stay finite. */
    private float extreme() {
        float size = any(new float[] {0f, Float.MIN_VALUE, 1e-40f, 1e-20f, 0.5f, 1f, 1e5f});
        return random.nextBoolean() ? size : -size;
    }

    private int any(int[] values) {
        return values[random.nextInt(values.length)];
    }

    private float any(float[] values) {
        return values[random.nextInt(values.length)];
    }
}
