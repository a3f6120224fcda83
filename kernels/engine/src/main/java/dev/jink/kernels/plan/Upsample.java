package dev.jink.kernels.plan;

import dev.jink.kernels.Shape;

/**
 * More pixels: each is repeated, or blended of its four neighbours.
 *
 * <pre>
 *   NEAREST    y[i] = x[i / factor]
 *   BILINEAR   p = max((i + 0.5f) / factor - 0.5f, 0);  i0 = (int) p;  i1 = min(i0 + 1, last)
 *              f = p - i0;  blend(a, b, f) = a + (b - a) * f
 *              y = blend(blend(x[i0][j0], x[i0][j1], fj), blend(x[i1][j0], x[i1][j1], fj), fi)
 * </pre>
 *
 * Pixel centres lie at halves, as in ONNX's {@code half_pixel} and PyTorch's {@code
 * align_corners=False}. Every step is one float32 operation.
 *
 * @param in real-valued input {@code [h][w][c]}
 * @param factor 2 to 16
 */
public record Upsample(Shape in, Kind kind, int factor) implements Layer {
    /** How pixels are made. */
    public enum Kind {
        NEAREST,
        BILINEAR
    }

    public Upsample {
        Parameters.range("upsample factor", factor, 2, 16);
        new Shape(in.height() * factor, in.width() * factor, in.channels());
    }

    /** p of output pixel {@code i} along one side. */
    public static float position(int i, int factor) {
        return Math.max((i + 0.5f) / factor - 0.5f, 0f);
    }

    @Override
    public Upsample on(Shape size) {
        return new Upsample(size, kind, factor);
    }

    @Override
    public Shape out() {
        return new Shape(in.height() * factor, in.width() * factor, in.channels());
    }

    @Override
    public String describe() {
        return (kind == Kind.NEAREST ? "nearest x" : "bilinear x") + factor;
    }
}
