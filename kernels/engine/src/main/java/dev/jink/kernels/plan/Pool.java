package dev.jink.kernels.plan;

import dev.jink.kernels.Shape;

/**
 * The largest value, or the mean, under a window, channel by channel.
 *
 * <pre>
 *   MAX       y = max over the window, by {@link Math#max}
 *   AVERAGE   y = (((x0 + x1) + x2) + ...) * (1f / n)      float32, in the order of the rows
 * </pre>
 *
 * Pixels outside the picture are left out: n counts those inside. A maximum of which only signs are
 * read is taken on packed signs, with the same result: adding a shift and comparing with 0 keeps the
 * order, so the maximum is negative where all are, which is an AND of bits.
 *
 * @param in real-valued input {@code [h][w][c]}
 * @param window without dilation, so that some pixel is always inside
 */
public record Pool(Shape in, Kind kind, Window window) implements Layer {
    /** What is taken of the window. */
    public enum Kind {
        MAX,
        AVERAGE
    }

    public Pool {
        Parameters.that(window.dilation() == 1, "pool dilation", window.dilation(), "1");
        window.over(in, in.channels());
    }

    @Override
    public Pool on(Shape size) {
        return new Pool(size, kind, window);
    }

    @Override
    public Shape out() {
        return window.over(in, in.channels());
    }

    @Override
    public String describe() {
        return (kind == Kind.MAX ? "max " : "average ") + window.describe();
    }
}
