package dev.jink.kernels.plan;

import dev.jink.kernels.Shape;

/**
 * One layer of a network as it is stored: shapes and numbers, no memory and no code. What it
 * computes is written down in {@link dev.jink.kernels.reference.Reference}.
 *
 * <p>Layers are immutable: arrays are copied in and out, so take an array once and not once per
 * element. Constructors throw {@link IllegalArgumentException} with what, got and wanted.
 */
public sealed interface Layer permits InputConv, BinaryConv, Head {
    Shape in();

    Shape out();

    /** Multiply-accumulates of one run, padding included. */
    long macs();

    /** Bits of one weight: 1, 8 or 32. */
    int weightBits();

    /** Bytes of all its parameters as they are stored in a model file. */
    long parameterBytes();

    /** For tables: {@code binary 3x3 /2 pool2}. */
    String describe();
}
