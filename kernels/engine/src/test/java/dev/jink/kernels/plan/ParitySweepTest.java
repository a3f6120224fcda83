package dev.jink.kernels.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import dev.jink.kernels.BitLayout;
import dev.jink.kernels.KernelProvider;
import dev.jink.kernels.Shape;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.reference.Reference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Every combination of the channel counts and sizes at which packing and tiles end. */
final class ParitySweepTest {
    private static final int[] CHANNELS = {1, 2, 63, 64, 65, 127, 128};
    private static final Shape[] PICTURES = {
        new Shape(1, 1, 1), new Shape(2, 3, 1), new Shape(3, 2, 2), new Shape(5, 7, 1)
    };

    private final Random random = new Random(31);

    static List<String> paths() {
        System.out.println("parity sweep, seed 31");
        return KernelProvider.available();
    }

    private void assertEqualToReference(List<Layer> layers, byte[] pixels, String path) {
        Model model = new Model(layers.getFirst().in(), layers, Map.of(), null);
        try (Plan plan = Plan.of(model, KernelProvider.named(path))) {
            MemorySegment.copy(pixels, 0, plan.input(), JAVA_BYTE, 0, pixels.length);
            plan.run();
            assertArrayEquals(
                    Reference.run(layers, pixels),
                    plan.output().toArray(JAVA_FLOAT),
                    () -> path + " " + layers);
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void shouldEqualReferenceAtEveryEdge(String path) {
        for (int in : CHANNELS) {
            for (int out : CHANNELS) {
                for (int variant = 0; variant < 4; variant++) {
                    Shape picture = PICTURES[random.nextInt(PICTURES.length)];
                    Layer first = pixelLayer(picture, in);
                    Layer second = signLayer(first.out(), out, variant % 2 * 2 + 1, variant / 2);
                    byte[] pixels = new byte[picture.elements()];
                    random.nextBytes(pixels);
                    assertEqualToReference(List.of(first, second), pixels, path);
                }
            }
        }
    }

    /** Sums of up to 63 x 63 x 127 x 255: floats no longer hold them, so integers must. */
    @ParameterizedTest
    @MethodSource("paths")
    void shouldEqualReferenceWhereSumsPassTwoToThe24(String path) {
        Shape picture = new Shape(63, 63, 1);
        byte[] weights = new byte[3 * 63 * 63];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (byte) (127 - random.nextInt(2));
        }
        Layer layer =
                new InputConv(picture, 63, 8, weights, 0, floats(3), floats(3), RPReLU.identity(3));
        byte[] pixels = new byte[picture.elements()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (255 - random.nextInt(2));
        }
        assertEqualToReference(List.of(layer), pixels, path);
    }

    @Test
    void shouldSayThatItWentToIntegers() {
        byte[] weights = new byte[63 * 63];
        Arrays.fill(weights, (byte) 127);
        Layer layer =
                new InputConv(
                        new Shape(2, 2, 1),
                        63,
                        1,
                        weights,
                        0,
                        floats(1),
                        floats(1),
                        RPReLU.identity(1));
        Model model = new Model(layer.in(), List.of(layer), Map.of(), null);
        for (String path : KernelProvider.available()) {
            try (Plan plan = Plan.of(model, KernelProvider.named(path))) {
                assertEquals("int dot", plan.report().getFirst().kernel());
                assertEquals(
                        path.equals("scalar") ? "no vectors" : "sums may pass 2^24",
                        plan.report().getFirst().why());
            }
        }
    }

    private InputConv pixelLayer(Shape picture, int out) {
        byte[] weights = new byte[out * 9 * picture.channels()];
        random.nextBytes(weights);
        return new InputConv(
                picture, 3, 1, weights, 128, floats(out), floats(out), RPReLU.identity(out));
    }

    /** All weights +1, all -1, or mixed. */
    private BinaryConv signLayer(Shape in, int out, int kernel, int style) {
        int stride = 1 + random.nextInt(2);
        int words = BitLayout.words(in.channels());
        long[] weights = new long[out * kernel * kernel * words];
        int fill = random.nextInt(3);
        for (int i = 0; i < weights.length; i++) {
            long bits = fill == 0 ? 0 : fill == 1 ? -1 : random.nextLong();
            weights[i] = bits & BitLayout.usedBits(in.channels(), i % words);
        }
        Shortcut shortcut = Shortcut.NONE;
        if (style == 1) {
            boolean same = stride == 1 && out == in.channels();
            shortcut = stride == 2 ? Shortcut.POOL2 : same ? Shortcut.IDENTITY : Shortcut.NONE;
        }
        return new BinaryConv(
                in,
                out,
                kernel,
                stride,
                kernel == 1 ? 1 : 1 + random.nextInt(3),
                floats(in.channels()),
                weights,
                floats(out),
                floats(out),
                shortcut,
                new RPReLU(floats(out), floats(out), floats(out)));
    }

    private float[] floats(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
