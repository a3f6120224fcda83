package dev.jink.kernels.plan;

/** What a window does at the edge of the picture. */
public enum Padding {
    /**
     * The output has {@code ceil(side / stride)} pixels; the window hangs over the edge by {@code
     * floor(reach / 2)} before and the rest behind. A binary convolution reads +1 there on every
     * bit plane ("same-one"), a pool leaves those pixels out.
     */
    SAME,
    /** Only whole windows: the picture must be at least as large as one. */
    VALID,
    /**
     * As many pixels as SAME, but the window hangs over by {@code floor((reach + 1 - stride) / 2)}
     * before, at least 0, and the rest behind: where TensorFlow's "SAME" puts it when the stride
     * divides the sides.
     */
    LATE
}
