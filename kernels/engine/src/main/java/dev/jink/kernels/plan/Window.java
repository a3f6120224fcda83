package dev.jink.kernels.plan;

import dev.jink.kernels.Shape;

/**
 * Which pixels one output pixel sees: a square of {@code kernel} taps, {@code dilation} pixels
 * apart, moved by {@code stride}.
 *
 * @param kernel taps on a side, 1 to {@value #MAX_KERNEL}
 * @param stride 1 to {@value #MAX_STRIDE}
 * @param dilation 1 to {@value #MAX_DILATION}; 1 for a single tap
 */
public record Window(int kernel, int stride, int dilation, Padding padding) {
    public static final int MAX_KERNEL = 7;
    public static final int MAX_STRIDE = 7;
    public static final int MAX_DILATION = 64;

    public Window {
        Parameters.range("window kernel", kernel, 1, MAX_KERNEL);
        Parameters.range("window stride", stride, 1, MAX_STRIDE);
        Parameters.range("window dilation", dilation, 1, kernel == 1 ? 1 : MAX_DILATION);
    }

    public static Window same(int kernel, int stride, int dilation) {
        return new Window(kernel, stride, dilation, Padding.SAME);
    }

    /** A single pixel. */
    public static Window point(int stride) {
        return same(1, stride, 1);
    }

    /** From the first tap to the last, in pixels. */
    public int reach() {
        return dilation * (kernel - 1);
    }

    /** How far the first window begins before the picture, in pixels. */
    public int before() {
        return switch (padding) {
            case SAME -> reach() / 2;
            case VALID -> 0;
            case LATE -> Math.max(0, reach() + 1 - stride) / 2;
        };
    }

    /** The border that every window stays inside of, in pixels. */
    public int border() {
        return padding == Padding.VALID ? 0 : reach() - before();
    }

    public int taps() {
        return kernel * kernel;
    }

    /**
     * The shape that this window leaves of {@code in}.
     *
     * @throws IllegalArgumentException when not one whole window fits and there is no padding
     */
    public Shape over(Shape in, int channels) {
        return new Shape(side(in.height()), side(in.width()), channels);
    }

    private int side(int side) {
        if (padding != Padding.VALID) {
            return (side - 1) / stride + 1;
        }
        Parameters.that(
                side > reach(), "window without padding", side + " pixels", "over " + reach());
        return (side - 1 - reach()) / stride + 1;
    }

    /** For tables: {@code 3x3 /2 d2 valid}. */
    String describe() {
        StringBuilder text = new StringBuilder().append(kernel).append('x').append(kernel);
        if (stride > 1) {
            text.append(" /").append(stride);
        }
        if (dilation > 1) {
            text.append(" d").append(dilation);
        }
        return switch (padding) {
            case SAME -> text.toString();
            case VALID -> text.append(" valid").toString();
            case LATE -> text.append(" late").toString();
        };
    }
}
