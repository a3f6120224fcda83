package dev.jink.kernels;

import java.lang.foreign.MemorySegment;

/**
 * The memory a layer is bound to. What a layer does not read or write is null.
 *
 * @param pixels u8 {@code [h][w][c]}, input of an input convolution. Not modified.
 * @param bitsIn signs of the input, with border, of a binary convolution. Not modified.
 * @param floatsIn real-valued input: shortcut of a binary convolution, input of a head. Not
 *     modified.
 * @param floatsOut the layer's output, or null when nobody reads it as floats
 * @param bitsOut the output's signs for the next binary convolution, with that one's border
 * @param shiftOut {@code [oc]}, added to the output before its sign goes to bitsOut
 */
public record Buffers(
        MemorySegment pixels,
        BitTensor bitsIn,
        FloatTensor floatsIn,
        FloatTensor floatsOut,
        BitTensor bitsOut,
        float[] shiftOut) {}
