package dev.jink.kernels.plan;

/**
 * Where a layer reads from.
 *
 * @param from the layer whose output is its input, or {@link #PICTURE}
 * @param other the layer whose output is its second input, or {@link #NONE}
 */
public record Wire(int from, int other) {
    public static final int PICTURE = -1;
    public static final int NONE = -2;

    /** One input. */
    public static Wire from(int layer) {
        return new Wire(layer, NONE);
    }
}
