package dev.jink.kernels.plan;

import dev.jink.kernels.Shape;

/**
 * Two tensors of one shape, added and activated: {@code y = rprelu(x + other)}.
 *
 * @param in real-valued input {@code [h][w][c]}, and the shape of the other
 * @param activation {@code [c]}
 */
public record Add(Shape in, RPReLU activation) implements Layer {
    public Add {
        Parameters.length("add rprelu", activation.channels(), in.channels());
    }

    @Override
    public Shape other() {
        return in;
    }

    @Override
    public Add on(Shape size) {
        return new Add(size, activation);
    }

    @Override
    public Shape out() {
        return in;
    }

    @Override
    public long parameterBytes() {
        return 3L * Float.BYTES * in.channels();
    }

    @Override
    public String describe() {
        return "add";
    }
}
