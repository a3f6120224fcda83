package dev.jink.kernels.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

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

import org.junit.jupiter.api.Test;

import java.util.Arrays;

/** The specification against sums done by hand. */
final class ReferenceTest {
    private static BinaryConv binary(
            Shape in, int kernel, int stride, float[] weights, Shortcut shortcut, RPReLU rprelu) {
        return new BinaryConv(
                in,
                1,
                kernel,
                stride,
                1,
                new float[in.channels()],
                BinaryConv.pack(weights, in.channels()),
                new float[] {1},
                new float[] {0},
                shortcut,
                rprelu);
    }

    @Test
    void shouldSumCentredPixelsAndTakeTheBorderAsZero() {
        byte[] weights = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        InputConv layer =
                new InputConv(
                        new Shape(2, 2, 1),
                        3,
                        1,
                        weights,
                        128,
                        new float[] {0.5f},
                        new float[] {10},
                        RPReLU.identity(1));
        byte[] pixels = {(byte) 129, (byte) 130, (byte) 131, (byte) 127};
        // Centred 1 2 / 3 -1; top left: 5*1 + 6*2 + 8*3 - 9 = 32; top right: 4 + 10 + 21 - 8 = 27;
        // bottom left: 2 + 6 + 15 - 6 = 17; bottom right: 1 + 4 + 12 - 5 = 12.
        assertArrayEquals(new float[] {26, 23.5f, 18.5f, 16}, Reference.inputConv(layer, pixels));
    }

    @Test
    void shouldCountEqualSignsMinusDifferentOnes() {
        BinaryConv layer =
                binary(
                        new Shape(1, 2, 3),
                        1,
                        1,
                        new float[] {1, -1, 1},
                        Shortcut.NONE,
                        RPReLU.identity(1));
        float[] x = {5, -5, 5, -1, -1, -1};
        assertArrayEquals(new float[] {3, -1}, Reference.binaryConv(layer, x));
    }

    @Test
    void shouldTakePixelsOutsideAsPlusOneAndZeroAsPlusOne() {
        float[] weights = {-1, -1, -1, -1, 1, -1, -1, -1, -1};
        BinaryConv layer =
                binary(new Shape(1, 1, 1), 3, 1, weights, Shortcut.NONE, RPReLU.identity(1));
        // Eight pixels outside against -1, the zero inside against +1.
        assertArrayEquals(new float[] {-7}, Reference.binaryConv(layer, new float[] {0}));
    }

    @Test
    void shouldShiftBeforeTheSign() {
        BinaryConv layer =
                new BinaryConv(
                        new Shape(1, 1, 2),
                        1,
                        1,
                        1,
                        1,
                        new float[] {-2, 2},
                        BinaryConv.pack(new float[] {1, 1}, 2),
                        new float[] {3},
                        new float[] {1},
                        Shortcut.NONE,
                        RPReLU.identity(1));
        // 1 - 2 is negative, -1 + 2 is not: the dot product is 0.
        assertArrayEquals(new float[] {1}, Reference.binaryConv(layer, new float[] {1, -1}));
    }

    @Test
    void shouldAddInputAndBendBelowGamma() {
        RPReLU rprelu = new RPReLU(new float[] {10}, new float[] {0.5f}, new float[] {100});
        BinaryConv layer =
                binary(new Shape(1, 2, 1), 1, 1, new float[] {1}, Shortcut.IDENTITY, rprelu);
        // 4: 1 + 4 - 10 = -5, halved, + 100. 20: 1 + 20 - 10 + 100.
        assertArrayEquals(
                new float[] {97.5f, 111}, Reference.binaryConv(layer, new float[] {4, 20}));
    }

    @Test
    void shouldPoolBlocksOfFourAndRepeatTheEdge() {
        BinaryConv layer =
                binary(
                        new Shape(3, 3, 1),
                        1,
                        2,
                        new float[] {1},
                        Shortcut.POOL2,
                        RPReLU.identity(1));
        float[] x = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        // Means 3, (3+3+6+6)/4, (7+8+7+8)/4, 9, each + 1 of the convolution.
        assertArrayEquals(new float[] {4, 5.5f, 8.5f, 10}, Reference.binaryConv(layer, x));
    }

    @Test
    void shouldReachFartherWithDilation() {
        float[] weights = new float[9];
        Arrays.fill(weights, 1);
        weights[5] = -1;
        BinaryConv layer =
                new BinaryConv(
                        new Shape(1, 3, 1),
                        1,
                        3,
                        1,
                        2,
                        new float[1],
                        BinaryConv.pack(weights, 1),
                        new float[] {1},
                        new float[] {0},
                        Shortcut.NONE,
                        RPReLU.identity(1));
        // Columns -2, 0, +2: only the first pixel sees the last one, -1, through weight -1.
        assertArrayEquals(
                new float[] {9, 7, 5}, Reference.binaryConv(layer, new float[] {1, 1, -1}));
    }

    @Test
    void shouldAddWeightedInputsToTheBias() {
        Head layer =
                new Head(
                        new Shape(1, 1, 3),
                        2,
                        new float[] {1, 2, 3, 0, 0, -1},
                        new float[] {0.5f, 1});
        assertArrayEquals(new float[] {14.5f, -2}, Reference.head(layer, new float[] {1, 2, 3}));
    }

    /** Codes of two bits are 0 to 3, levels −3 −1 1 3; two signs make 3·1 + (−1)·(−1) = 4. */
    @Test
    void shouldReadTwoBitsAsOddLevels() {
        Shape in = new Shape(1, 1, 2);
        BinaryConv layer =
                new BinaryConv(
                        in,
                        1,
                        Window.point(1),
                        1,
                        new Quantizer(2, new float[] {0, 0.5f}, 2f),
                        WeightBits.of(BinaryConv.pack(new float[] {1, -1}, 2)),
                        new float[] {1},
                        new float[] {0},
                        Shortcut.NONE,
                        RPReLU.identity(1));
        // 5 x 2 + 2 is above 3; (-1 + 0.5) x 2 + 2 is 1.
        assertArrayEquals(new float[] {4}, Reference.binaryConv(layer, new float[] {5, -1}));
        // (-3) x 2 + 2 is below 0; (0.2 + 0.5) x 2 + 2 is 3.4.
        assertArrayEquals(new float[] {-6}, Reference.binaryConv(layer, new float[] {-3, 0.2f}));
    }

    @Test
    void shouldShowEachGroupItsOwnChannels() {
        BinaryConv layer =
                new BinaryConv(
                        new Shape(1, 2, 2),
                        2,
                        new Window(2, 1, 1, Padding.SAME),
                        2,
                        Quantizer.sign(new float[2]),
                        WeightBits.of(BinaryConv.pack(new float[] {1, -1, 1, 1, -1, -1, 1, 1}, 1)),
                        new float[] {1, 1},
                        new float[] {0, 0},
                        Shortcut.NONE,
                        RPReLU.identity(2));
        // Channel 0 is + -, channel 1 is - -; below and right of the picture it is +.
        assertArrayEquals(
                new float[] {4, 4, 0, 2}, Reference.binaryConv(layer, new float[] {1, -1, -1, -1}));
    }

    @Test
    void shouldAddAnotherLayersOutputBeforeTheActivation() {
        BinaryConv layer =
                binary(
                        new Shape(1, 1, 1),
                        1,
                        1,
                        new float[] {1},
                        Shortcut.OTHER,
                        new RPReLU(new float[] {0}, new float[] {0.5f}, new float[] {0}));
        assertArrayEquals(
                new float[] {-3}, Reference.binaryConv(layer, new float[] {2}, new float[] {-7}));
    }

    @Test
    void shouldPoolOnlyWhatIsInsideThePicture() {
        Shape in = new Shape(2, 3, 1);
        float[] x = {1, 5, -2, 3, 0, -4};
        Pool max = new Pool(in, Pool.Kind.MAX, Window.same(3, 2, 1));
        assertArrayEquals(new float[] {5, 5}, run(max, x));
        Pool mean = new Pool(in, Pool.Kind.AVERAGE, Window.same(3, 2, 1));
        assertArrayEquals(new float[] {9 * 0.25f, -1 * 0.25f}, run(mean, x));
        Pool valid = new Pool(in, Pool.Kind.MAX, new Window(2, 1, 1, Padding.VALID));
        assertArrayEquals(new float[] {5, 5}, run(valid, x));
    }

    @Test
    void shouldRepeatOrBlendPixels() {
        Shape in = new Shape(1, 2, 1);
        Upsample nearest = new Upsample(in, Upsample.Kind.NEAREST, 2);
        assertArrayEquals(new float[] {1, 1, 5, 5, 1, 1, 5, 5}, run(nearest, new float[] {1, 5}));
        Upsample bilinear = new Upsample(in, Upsample.Kind.BILINEAR, 2);
        assertArrayEquals(new float[] {1, 2, 4, 5, 1, 2, 4, 5}, run(bilinear, new float[] {1, 5}));
    }

    @Test
    void shouldJoinChannelsAndAdd() {
        Shape in = new Shape(1, 2, 1);
        assertArrayEquals(
                new float[] {1, 10, 11, 2, 20, 22},
                Reference.concat(
                        new Concat(in, 2), new float[] {1, 2}, new float[] {10, 11, 20, 22}));
        assertArrayEquals(
                new float[] {4, -2},
                Reference.add(
                        new Add(in, new RPReLU(new float[] {0}, new float[] {2}, new float[] {0})),
                        new float[] {1, 2},
                        new float[] {3, -3}));
    }

    @Test
    void shouldRoundActivationsOfAnEightBitHeadToEvenAndClampThem() {
        QuantizedHead layer =
                new QuantizedHead(
                        new Shape(1, 1, 3),
                        10,
                        new byte[] {1, -2, 100},
                        new float[] {0.5f},
                        new float[] {1});
        // 0.25 x 10 is 2 (to even), 0.16 x 10 is 2, 99 x 10 is at most 127.
        assertArrayEquals(
                new float[] {0.5f * (2 - 4 + 12700) + 1},
                Reference.quantizedHead(layer, new float[] {0.25f, 0.16f, 99}));
    }

    private static float[] run(Layer layer, float[] x) {
        return switch (layer) {
            case Pool pool -> Resampling.pool(pool, x);
            case Upsample upsample -> Resampling.upsample(upsample, x);
            default -> throw new AssertionError(layer);
        };
    }
}
