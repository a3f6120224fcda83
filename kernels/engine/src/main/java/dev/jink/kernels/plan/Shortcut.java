package dev.jink.kernels.plan;

/** What a binary convolution adds of its own real-valued input before the activation. */
public enum Shortcut {
    /** Nothing. */
    NONE,
    /** The input itself: stride 1, as many channels out as in. */
    IDENTITY,
    /**
     * The mean of each 2x2 block, {@code ((a + b) + (c + d)) * 0.25} with a, b the upper and c, d
     * the lower row: stride 2. Where the block hangs over an odd edge, the edge pixel is repeated.
     * Out channel c takes pooled channel {@code c % inChannels}.
     */
    POOL2
}
