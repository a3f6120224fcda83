package dev.jink.kernels.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.jink.kernels.Shape;
import dev.jink.kernels.model.Model;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import java.util.List;
import java.util.Map;

final class LayerTest {
    private static final Shape IN = new Shape(4, 4, 2);

    private static void refuses(String message, Executable construction) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, construction).getMessage());
    }

    private static BinaryConv binary(
            int out, int kernel, int stride, int dilation, long[] weights, Shortcut shortcut) {
        return new BinaryConv(
                IN,
                out,
                kernel,
                stride,
                dilation,
                new float[2],
                weights,
                new float[out],
                new float[out],
                shortcut,
                RPReLU.identity(out));
    }

    private static InputConv input(int kernel, int weights, float scale) {
        return new InputConv(
                IN,
                kernel,
                1,
                new byte[weights],
                128,
                new float[] {scale},
                new float[1],
                RPReLU.identity(1));
    }

    @Test
    void shouldRefuseEvenKernel() {
        refuses(
                "input conv kernel: got 4, wanted an odd number: change the layer",
                () -> input(4, 32, 1));
    }

    @Test
    void shouldRefuseWrongNumberOfWeights() {
        refuses(
                "input conv weights: got 17 values, wanted 18: make them after the layer's shape",
                () -> input(3, 17, 1));
    }

    @Test
    void shouldRefuseInfiniteScale() {
        refuses(
                "input conv scale: got Infinity at 0, wanted a finite number: train or export it"
                        + " again",
                () -> input(3, 18, Float.POSITIVE_INFINITY));
    }

    @Test
    void shouldRefuseKernelOfEight() {
        refuses(
                "window kernel: got 8, wanted 1..7: change the layer",
                () -> binary(1, 8, 1, 1, new long[64], Shortcut.NONE));
    }

    @Test
    void shouldRefuseBitsPastTheLastChannel() {
        refuses(
                "binary conv weights word 1: got 7, wanted 0 in the bits past channel 2: change the"
                        + " layer",
                () -> binary(2, 1, 1, 1, new long[] {3, 7}, Shortcut.NONE));
    }

    @Test
    void shouldRefuseIdentityThatDoesNotFit() {
        refuses(
                "binary conv identity shortcut: got 4x4x2 to 4x4x3, wanted equal shapes: change the"
                        + " layer",
                () -> binary(3, 1, 1, 1, new long[3], Shortcut.IDENTITY));
    }

    @Test
    void shouldRefusePoolingWithoutStride() {
        refuses(
                "binary conv pool2 shortcut: got 1x1, wanted stride 2 and padding: change the"
                        + " layer",
                () -> binary(2, 1, 1, 1, new long[2], Shortcut.POOL2));
    }

    @Test
    void shouldRefuseLayersThatDoNotFitTogether() {
        InputConv first = input(3, 18, 1);
        Head head = new Head(new Shape(4, 4, 2), 1, new float[2], new float[1]);
        refuses(
                "model layer 1 (head 1x1): got input 4x4x2, wanted 4x4x1, what comes before it:"
                        + " fix it",
                () -> new Model(IN, List.of(first, head), Map.of(), null));
    }

    @Test
    void shouldRefuseNetworkThatDoesNotBeginWithPixels() {
        Head head = new Head(IN, 1, new float[2], new float[1]);
        refuses(
                "model layer 0 (head 1x1): got layer 0 of 1, wanted the input convolution first"
                        + " and only first: reorder the layers",
                () -> new Model(IN, List.of(head), Map.of(), null));
    }

    @Test
    void shouldNotShareArraysWithItsMaker() {
        byte[] weights = new byte[18];
        float[] scale = {1};
        InputConv layer =
                new InputConv(IN, 3, 1, weights, 128, scale, new float[1], RPReLU.identity(1));
        weights[0] = 9;
        scale[0] = 9;
        layer.weights()[1] = 9;
        assertArrayEquals(new byte[18], layer.weights());
        assertArrayEquals(new float[] {1}, layer.scale());
    }

    @Test
    void shouldPackNegativeWeightsAsOnes() {
        float[] weights = new float[2 * 65];
        weights[0] = -1;
        weights[64] = -0.1f;
        weights[65 + 63] = -3;
        weights[1] = -0f;
        assertArrayEquals(new long[] {1, 1, Long.MIN_VALUE, 0}, BinaryConv.pack(weights, 65));
    }

    @Test
    void shouldCountWorkAndBytes() {
        BinaryConv layer = binary(3, 3, 2, 2, new long[27], Shortcut.POOL2);
        assertEquals(new Shape(2, 2, 3), layer.out());
        assertEquals(2 * 2 * 3 * 18, layer.macs());
        assertEquals(27 * 8 + 2 * 4 + 15 * 4, layer.parameterBytes());
        assertEquals("binary 3x3 /2 d2 +pool2", layer.describe());
    }
}
