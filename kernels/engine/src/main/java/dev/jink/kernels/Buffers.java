package dev.jink.kernels;

import dev.jink.kernels.plan.Quantizer;

import java.lang.foreign.MemorySegment;

/**
 * The memory a layer is bound to. What a layer does not read or write is null.
 *
 * @param pixels u8 {@code [h][w][c]}, input of an input convolution. Not modified.
 * @param bitsIn planes of the input, with border, of a binary convolution or of a maximum over
 *     signs. Not modified.
 * @param floatsIn real-valued input. Not modified.
 * @param otherIn real-valued second input. Not modified.
 * @param floatsOut the layer's output, or null when nobody reads it as floats
 * @param bitsOut the output as the next binary convolution reads it, with that one's border
 * @param quantizerOut how it reads it
 */
public record Buffers(
        MemorySegment pixels,
        BitTensor bitsIn,
        FloatTensor floatsIn,
        FloatTensor otherIn,
        FloatTensor floatsOut,
        BitTensor bitsOut,
        Quantizer quantizerOut) {

    /** The shift before the sign of the output is taken, or null. */
    public float[] shiftOut() {
        return quantizerOut == null ? null : quantizerOut.shift();
    }
}
