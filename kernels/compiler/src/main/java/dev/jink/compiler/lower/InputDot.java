package dev.jink.compiler.lower;

import dev.jink.kernels.Shape;

/**
 * The picture's convolution in the engine's form: {@code scale * sum(weight * (pixel - zeroPoint)) +
 * bias}.
 *
 * @param weights {@code [oc][ky][kx][ic]}
 * @param whole whether the ONNX value is that sum itself, so that rounding it changes nothing
 */
record InputDot(
        Shape in,
        int kernel,
        int stride,
        byte[] weights,
        int zeroPoint,
        float[] scale,
        float[] bias,
        boolean whole) {
    Shape out() {
        return in.convolved(stride, scale.length);
    }

    InputDot with(float[] newScale, float[] newBias) {
        return new InputDot(in, kernel, stride, weights, zeroPoint, newScale, newBias, false);
    }
}
