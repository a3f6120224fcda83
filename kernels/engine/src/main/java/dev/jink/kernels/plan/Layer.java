package dev.jink.kernels.plan;

import dev.jink.kernels.Shape;

/**
 * One layer of a network as it is stored: shapes and numbers, no memory and no code. What it
 * computes is written down in {@link dev.jink.kernels.reference.Reference}.
 *
 * <p>Layers are immutable: arrays are copied in and out, so take an array once and not once per
 * element. Constructors throw {@link IllegalArgumentException} with what, got and wanted.
 */
public sealed interface Layer
        permits InputConv, BinaryConv, Head, QuantizedHead, Pool, Upsample, Concat, Add {
    Shape in();

    Shape out();

    /** The shape of a second input; null for a layer that has one. */
    default Shape other() {
        return null;
    }

    /**
     * This layer with the same numbers on a picture of another size.
     *
     * @throws IllegalArgumentException when it has other channels, or does not fit
     */
    Layer on(Shape size);

    /** Multiply-accumulates of one run, padding included; 0 for a layer without weights. */
    default long macs() {
        return 0;
    }

    /** Bits of one weight: 1, 8 or 32; 0 for a layer without weights. */
    default int weightBits() {
        return 0;
    }

    /** Bytes of all its parameters as they are stored in a model file. */
    default long parameterBytes() {
        return 0;
    }

    /** For tables: {@code binary 3x3 /2 pool2}. */
    String describe();
}
