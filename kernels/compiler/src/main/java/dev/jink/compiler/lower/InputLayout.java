package dev.jink.compiler.lower;

import dev.jink.kernels.Shape;

/** The picture that a network takes, and how its input lies. */
public record InputLayout(Shape shape, Axes axes) {}
