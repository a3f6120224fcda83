package dev.jink.compiler.lower;

import dev.jink.kernels.Shape;
import dev.jink.kernels.plan.Shortcut;

/** What a value is before its element-wise steps: something that a layer leaves, or can leave. */
sealed interface Base {
    Shape shape();

    /** The 8-bit picture. */
    record Picture(Shape shape) implements Base {}

    /** What a layer of the plan leaves, for good. */
    record Output(int layer, Shape shape) implements Base {}

    /** A convolution with 1-bit weights that is not in the plan yet: {@code alpha * dot + offset}. */
    record Binary(BinaryDot dot) implements Base {
        @Override
        public Shape shape() {
            return dot.out();
        }
    }

    /** The same with scale and bias settled and a shortcut added. */
    record Residual(BinaryDot dot, Shortcut shortcut, int other) implements Base {
        @Override
        public Shape shape() {
            return dot.out();
        }
    }

    /** The convolution of the picture. */
    record Input(InputDot dot) implements Base {
        @Override
        public Shape shape() {
            return dot.out();
        }
    }

    /** A 1x1 convolution of real values with real weights {@code [oc][ic]}. */
    record Real(int source, Shape in, float[] weights, float[] bias) implements Base {
        @Override
        public Shape shape() {
            return new Shape(in.height(), in.width(), bias.length);
        }
    }

    /** A 1x1 convolution of 8-bit values with 8-bit weights {@code [oc][ic]}. */
    record Eight(
            int source, Shape in, float inverseStep, byte[] weights, float[] scale, float[] bias)
            implements Base {
        @Override
        public Shape shape() {
            return new Shape(in.height(), in.width(), bias.length);
        }
    }

    /** Two layers' outputs, added. */
    record Sum(int left, int right, Shape shape) implements Base {}

    /** Means of two pixels side by side: half of a {@link Block}. */
    record Pairs(int source, Shape in, Shape shape) implements Base {}

    /** Means of 2x2 blocks of a layer's output, repeated over {@code shape.channels()}. */
    record Block(int source, Shape in, Shape shape) implements Base {}
}
