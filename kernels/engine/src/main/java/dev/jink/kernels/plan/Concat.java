package dev.jink.kernels.plan;

import dev.jink.kernels.Shape;

/**
 * The channels of two tensors side by side: first those of its input, then those of the other.
 *
 * @param in real-valued input {@code [h][w][c]}
 * @param otherChannels channels of the second input, which has the same height and width
 */
public record Concat(Shape in, int otherChannels) implements Layer {
    public Concat {
        Parameters.range("concat other channels", otherChannels, 1, Shape.MAX_CHANNELS);
        new Shape(in.height(), in.width(), in.channels() + otherChannels);
    }

    @Override
    public Shape other() {
        return new Shape(in.height(), in.width(), otherChannels);
    }

    @Override
    public Concat on(Shape size) {
        return new Concat(size, otherChannels);
    }

    @Override
    public Shape out() {
        return new Shape(in.height(), in.width(), in.channels() + otherChannels);
    }

    @Override
    public String describe() {
        return "concat +" + otherChannels;
    }
}
