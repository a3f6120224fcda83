package dev.jink.kernels;

/**
 * The extent of a tensor in NHWC order with N = 1: {@code [height][width][channels]}, channels
 * fastest.
 *
 * <p>The limits keep every index of one tensor inside an {@code int} and stop a hostile model file
 * before anything is sized after it.
 *
 * @param height rows, 1 to {@value #MAX_SIDE}
 * @param width columns, 1 to {@value #MAX_SIDE}
 * @param channels values per pixel, 1 to {@value #MAX_CHANNELS}
 */
public record Shape(int height, int width, int channels) {
    public static final int MAX_SIDE = 16_384;
    public static final int MAX_CHANNELS = 65_536;
    public static final int MAX_ELEMENTS = 1 << 27;

    public Shape {
        if (outside(height, MAX_SIDE)
                || outside(width, MAX_SIDE)
                || outside(channels, MAX_CHANNELS)
                || (long) height * width * channels > MAX_ELEMENTS) {
            throw new IllegalArgumentException(
                    ("shape: got %dx%dx%d, wanted height and width 1..%d, channels 1..%d and at"
                                    + " most %d elements: make the tensor smaller")
                            .formatted(
                                    height, width, channels, MAX_SIDE, MAX_CHANNELS, MAX_ELEMENTS));
        }
    }

    private static boolean outside(int value, int max) {
        return value < 1 || value > max;
    }

    /** height x width. */
    public int pixels() {
        return height * width;
    }

    /** height x width x channels. */
    public int elements() {
        return pixels() * channels;
    }

    /** The shape that a same-padded, odd-kernel convolution with this stride leaves. */
    public Shape convolved(int stride, int outChannels) {
        return new Shape((height - 1) / stride + 1, (width - 1) / stride + 1, outChannels);
    }

    @Override
    public String toString() {
        return height + "x" + width + "x" + channels;
    }
}
