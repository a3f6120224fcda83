package dev.jink.compiler.lower;

import dev.jink.compiler.lower.Flow.Live;
import dev.jink.compiler.onnx.OnnxNode;
import dev.jink.kernels.Shape;

import java.util.Arrays;

/**
 * The picture's convolution: weights to 8 bits, one step for each out channel; what the network
 * makes of pixels first, {@code x = a (p - z)}, goes into scale, bias and zero point; kernels that
 * are even, dilated or off centre get zeros around them.
 */
final class Stem {
    private static final int TOP = 127;

    private Stem() {}

    static InputDot dot(
            OnnxNode node, Layers layers, Live x, Weights weights, Fit fit, float[] bias) {
        Shape in = x.shape();
        int channels = in.channels();
        double[] factor = new double[channels];
        double[] zero = new double[channels];
        Arrays.fill(factor, 1);
        for (Op op : x.ops()) {
            for (int c = 0; c < channels; c++) {
                if (op.kind() == Op.Kind.ADD) {
                    zero[c] -= op.of(c) / factor[c];
                } else {
                    factor[c] *= op.of(c);
                }
            }
        }
        int stride = fit.stride()[0];
        if (stride != fit.stride()[1]
                || fit.out()[0] != (in.height() - 1) / stride + 1
                || fit.out()[1] != (in.width() - 1) / stride + 1) {
            throw node.error(
                    "%dx%d pixels out of %s at stride %dx%d"
                            .formatted(
                                    fit.out()[0],
                                    fit.out()[1],
                                    in,
                                    fit.stride()[0],
                                    fit.stride()[1]),
                    "as many as a padded convolution leaves",
                    "pad the first convolution by half of its kernel");
        }
        int mean = (int) Math.clamp(Math.rint(Arrays.stream(zero).average().orElse(0)), 0, 255);
        boolean off = Arrays.stream(zero).anyMatch(each -> each != mean);
        if (off && fit.padded()) {
            layers.note(
                    node.who()
                            + ": its border is pixel value %d, where the network has %s"
                                    .formatted(mean, Arrays.toString(zero)));
        }
        int kernel = kernel(fit);
        int taps = kernel * kernel * channels;
        int out = weights.out();
        byte[] bytes = new byte[out * taps];
        float[] scale = new float[out];
        float[] shift = new float[out];
        double worst = 0;
        boolean whole = !off && Slots.isZero(bias);
        for (int o = 0; o < out; o++) {
            double[] wide = spread(weights, o, fit, kernel, channels, factor);
            double step = step(wide);
            double rest = bias[o];
            for (int k = 0; k < taps; k++) {
                double code = Math.rint(wide[k] / step);
                bytes[o * taps + k] = (byte) code;
                worst = Math.max(worst, Math.abs(code - wide[k] / step));
                rest += step * code * (mean - zero[k % channels]);
            }
            scale[o] = (float) step;
            shift[o] = (float) rest;
            whole &= step == 1;
        }
        if (worst > 1e-3) {
            layers.note(
                    node.who()
                            + ": its weights were rounded to 8 bits, by up to %.2f steps"
                                    .formatted(worst));
        }
        return new InputDot(in, kernel, stride, bytes, mean, scale, shift, whole);
    }

    /** The smallest odd kernel, around its middle, that has room for all taps. */
    private static int kernel(Fit fit) {
        int half = 0;
        for (int i = 0; i < 2; i++) {
            int reach = fit.dilation()[i] * (fit.kernel()[i] - 1);
            half = Math.max(half, Math.max(fit.before()[i], reach - fit.before()[i]));
        }
        return 2 * half + 1;
    }

    /** Weights [ky][kx][ic] of one out channel in that kernel, for pixels rather than x. */
    private static double[] spread(
            Weights weights, int o, Fit fit, int kernel, int channels, double[] factor) {
        double[] wide = new double[kernel * kernel * channels];
        int groupChannels = channels / weights.groups();
        int first = o / (weights.out() / weights.groups()) * groupChannels;
        int each = weights.values().length / weights.out();
        for (int k = 0; k < each; k++) {
            int ky = k / groupChannels / fit.kernel()[1];
            int kx = k / groupChannels % fit.kernel()[1];
            int c = first + k % groupChannels;
            int y = ky * fit.dilation()[0] - fit.before()[0] + kernel / 2;
            int x = kx * fit.dilation()[1] - fit.before()[1] + kernel / 2;
            wide[(y * kernel + x) * channels + c] = weights.values()[o * each + k] * factor[c];
        }
        return wide;
    }

    /** The step of which all weights are whole numbers, if there is one; else that of the largest. */
    private static double step(double[] weights) {
        double largest = 0;
        boolean whole = true;
        for (double weight : weights) {
            largest = Math.max(largest, Math.abs(weight));
            whole &= weight == Math.rint(weight) && weight >= -128 && weight <= TOP;
        }
        if (whole || largest == 0) {
            return 1;
        }
        for (int top = TOP; top > 0; top--) {
            double step = largest / top;
            boolean fits = true;
            for (int k = 0; fits && k < weights.length; k++) {
                double code = weights[k] / step;
                fits = Math.abs(code - Math.rint(code)) < 1e-4;
            }
            if (fits) {
                return step;
            }
        }
        return largest / TOP;
    }
}
