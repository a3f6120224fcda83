package dev.jink.compiler.lower;

import dev.jink.kernels.plan.Quantizer;

/**
 * How a binary layer reads a layer's output: a value is {@code step * level + zero} with the odd
 * levels of {@link Quantizer}.
 *
 * @param flipped channels whose level is the negative of the value's, so that their weights must be
 *     negated; null when there are none
 */
record Levels(int source, Quantizer quantizer, boolean[] flipped, float step, float zero) {}
