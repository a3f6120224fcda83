package dev.jink.kernels.plan;

/** What real values a binary convolution adds before the activation. */
public enum Shortcut {
    /** Nothing. */
    NONE,
    /** Its own input: stride 1, as many channels out as in, and as many pixels. */
    IDENTITY,
    /**
     * The mean of each 2x2 block of its own input, {@code ((a + b) + (c + d)) * 0.25} with a, b the
     * upper and c, d the lower row: stride 2. Where the block hangs over an odd edge, the edge
     * pixel is repeated. Out channel c takes pooled channel {@code c % inChannels}.
     */
    POOL2,
    /** The output of another layer, which the wire names: the same shape as its own output. */
    OTHER
}
