package dev.jink.kernels.model;

import java.util.Arrays;

/**
 * One input and the output it must lead to, bit for bit, on every path: a model's own proof that it
 * arrived whole and is computed rightly.
 *
 * @param input u8 {@code [h][w][c]} of the model's input
 * @param output float32 {@code [h][w][c]} of its last layer. Arrays are copied in and out.
 */
public record Golden(byte[] input, float[] output) {
    public Golden {
        input = input.clone();
        output = output.clone();
    }

    @Override
    public byte[] input() {
        return input.clone();
    }

    @Override
    public float[] output() {
        return output.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Golden that
                && Arrays.equals(input, that.input)
                && Arrays.equals(output, that.output);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(input) * 31 + Arrays.hashCode(output);
    }

    @Override
    public String toString() {
        return "Golden[input=%d bytes, output=%d floats]".formatted(input.length, output.length);
    }
}
