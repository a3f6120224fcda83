package dev.jink.compiler.lower;

import dev.jink.kernels.Shape;
import dev.jink.kernels.plan.Quantizer;
import dev.jink.kernels.plan.Window;

/**
 * A binary convolution in the engine's form: {@code scale * dot + bias}.
 *
 * @param signs {@code [oc][ky][kx][ic / groups]}, −1 or +1
 * @param border what the border holds where it is not +1 on all planes; null when it is
 */
record BinaryDot(
        int source,
        Shape in,
        int outChannels,
        Window window,
        int groups,
        Quantizer quantizer,
        byte[] signs,
        float[] scale,
        float[] bias,
        Border border) {
    /**
     * @param level of the channels below, less the top level that the engine's border has
     * @param channels those that have it; the others have the top level
     */
    record Border(float level, boolean[] channels) {}

    Shape out() {
        return window.over(in, outChannels);
    }

    BinaryDot with(float[] newScale, float[] newBias) {
        return new BinaryDot(
                source,
                in,
                outChannels,
                window,
                groups,
                quantizer,
                signs,
                newScale,
                newBias,
                border);
    }

    /** Whether the ONNX value is the dot product itself, so that rounding it changes nothing. */
    boolean isWhole() {
        for (int c = 0; c < outChannels; c++) {
            if (scale[c] != 1 || bias[c] != 0) {
                return false;
            }
        }
        return border == null || border.level == (int) border.level;
    }
}
