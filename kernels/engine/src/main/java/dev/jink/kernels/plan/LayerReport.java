package dev.jink.kernels.plan;

import dev.jink.kernels.Shape;

/**
 * What became of one layer in a plan.
 *
 * @param index 0 for the first layer
 * @param layer its kind, such as {@code binary 3x3 d2 +x}
 * @param in shape of its input
 * @param out shape of its output
 * @param weightBits bits of one weight
 * @param parameterBytes bytes of its parameters in the model file
 * @param slabBytes bytes of slab that its output takes
 * @param macs multiply-accumulates of one run
 * @param kernel the kernel chosen
 * @param why the reason for it
 */
public record LayerReport(
        int index,
        String layer,
        Shape in,
        Shape out,
        int weightBits,
        long parameterBytes,
        long slabBytes,
        long macs,
        String kernel,
        String why) {}
