package dev.jink.kernels.plan;

import dev.jink.kernels.BitLayout;
import dev.jink.kernels.Shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Random layers for {@link AwkwardModels}, whose shapes fit what they are given to read. */
final class AwkwardLayers {
    private static final int[] CHANNELS = {1, 2, 7, 8, 17, 33, 63, 64, 65, 96, 127, 128, 129, 192};
    private static final int[] DILATIONS = {1, 1, 2, 3, 4, 8};

    /** How the numbers of one model are drawn. */
    enum Numbers {
        ORDINARY,
        ALL_ZERO,
        ALL_ONE,
        EXTREME
    }

    private final RandomGenerator random;
    private Numbers numbers = Numbers.ORDINARY;

    AwkwardLayers(RandomGenerator random) {
        this.random = random;
    }

    /** From here on, draws numbers in this way. */
    void draw(Numbers way) {
        numbers = way;
    }

    InputConv inputConv(Shape in) {
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
                floats(out, 0.01f),
                floats(out, 1f),
                activation(out));
    }

    /** Of any window, groups and bits that fit, with a shortcut of its own where one fits. */
    BinaryConv binaryConv(Shape in) {
        Window window = window(in);
        int out = random.nextBoolean() ? in.channels() : any(CHANNELS);
        int groups = random.nextInt(4) == 0 ? commonDivisor(in.channels(), out) : 1;
        Shortcut shortcut = Shortcut.NONE;
        if (random.nextInt(4) > 0) {
            if (window.over(in, out).equals(in)) {
                shortcut = Shortcut.IDENTITY;
            } else if (window.stride() == 2 && window.padding() == Padding.SAME) {
                shortcut = Shortcut.POOL2;
            }
        }
        return binaryConv(in, out, window, groups, quantizer(in.channels()), shortcut);
    }

    /** Another that reads the same layer and has as many pixels; its bits are read alike or not. */
    BinaryConv sibling(BinaryConv conv) {
        Quantizer quantizer =
                random.nextBoolean() ? conv.quantizer() : quantizer(conv.in().channels());
        int out = random.nextBoolean() ? conv.outChannels() : any(CHANNELS);
        return binaryConv(conv.in(), out, conv.window(), 1, quantizer, Shortcut.NONE);
    }

    /** The same convolution with another layer for its shortcut. */
    BinaryConv withOther(BinaryConv conv) {
        return new BinaryConv(
                conv.in(),
                conv.outChannels(),
                conv.window(),
                conv.groups(),
                conv.quantizer(),
                conv.weights(),
                conv.scale(),
                conv.bias(),
                Shortcut.OTHER,
                conv.activation());
    }

    private BinaryConv binaryConv(
            Shape in, int out, Window window, int groups, Quantizer quantizer, Shortcut shortcut) {
        int channels = in.channels() / groups;
        int words = BitLayout.words(channels);
        long[] weights = new long[out * window.taps() * words];
        for (int i = 0; i < weights.length; i++) {
            long bits =
                    switch (numbers) {
                        case ORDINARY -> random.nextLong();
                        case ALL_ZERO -> 0;
                        case ALL_ONE -> -1;
                        case EXTREME -> random.nextBoolean() ? -1 : 0;
                    };
            weights[i] = bits & BitLayout.usedBits(channels, i % words);
        }
        return new BinaryConv(
                in,
                out,
                window,
                groups,
                quantizer,
                WeightBits.of(weights),
                floats(out, 0.05f),
                floats(out, 0.5f),
                shortcut,
                activation(out));
    }

    private Window window(Shape in) {
        int kernel = random.nextInt(3) == 0 ? 1 + random.nextInt(Window.MAX_KERNEL) : 3;
        int stride = random.nextInt(5) == 0 ? 3 : 1 + random.nextInt(2);
        int dilation = kernel == 1 ? 1 : any(DILATIONS);
        int smaller = Math.min(in.height(), in.width());
        boolean valid = random.nextInt(4) == 0 && smaller > dilation * (kernel - 1);
        Padding padded = random.nextInt(6) == 0 ? Padding.LATE : Padding.SAME;
        return new Window(kernel, stride, dilation, valid ? Padding.VALID : padded);
    }

    private Quantizer quantizer(int channels) {
        int bits = any(new int[] {1, 1, 1, 2, 4, 8});
        float step = any(new float[] {0.01f, 0.25f, 1f, 7f});
        return new Quantizer(bits, floats(channels, 0.5f), bits == 1 ? 1 : 1 / step);
    }

    private int commonDivisor(int a, int b) {
        List<Integer> divisors = new ArrayList<>();
        for (int g = 1; g <= Math.min(a, b); g++) {
            if (a % g == 0 && b % g == 0) {
                divisors.add(g);
            }
        }
        return divisors.get(random.nextInt(divisors.size()));
    }

    Pool pool(Shape in) {
        Pool.Kind kind = random.nextInt(3) == 0 ? Pool.Kind.AVERAGE : Pool.Kind.MAX;
        Window drawn = window(in);
        boolean fits = Math.min(in.height(), in.width()) >= drawn.kernel();
        Padding padding = fits ? drawn.padding() : Padding.SAME;
        return new Pool(in, kind, new Window(drawn.kernel(), drawn.stride(), 1, padding));
    }

    Upsample upsample(Shape in) {
        Upsample.Kind kind = Upsample.Kind.values()[random.nextInt(2)];
        return new Upsample(in, kind, 2 + random.nextInt(2));
    }

    Add add(Shape in) {
        return new Add(in, activation(in.channels()));
    }

    Layer head(Shape in, boolean eightBits) {
        return eightBits ? quantizedHead(in) : head(in);
    }

    private QuantizedHead quantizedHead(Shape in) {
        int out = any(CHANNELS);
        byte[] weights = new byte[out * in.channels()];
        random.nextBytes(weights);
        return new QuantizedHead(
                in,
                any(new float[] {0.01f, 1f, 30f}),
                weights,
                floats(out, 0.01f),
                floats(out, 1f));
    }

    private Head head(Shape in) {
        int out = any(CHANNELS);
        return new Head(in, out, floats(out * in.channels(), 0.2f), floats(out, 1f));
    }

    private RPReLU activation(int channels) {
        return random.nextInt(5) == 0
                ? RPReLU.identity(channels)
                : new RPReLU(
                        floats(channels, 0.5f), floats(channels, 0.3f), floats(channels, 0.5f));
    }

    private float[] floats(int count, float deviation) {
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
