package dev.jink.compiler.binarize;

import java.util.Arrays;

/**
 * How values of few bits are laid over the values that a layer was seen to read: for one bit, above
 * and below each channel's mean; for more, evenly from 0 (or as far below it as above) to the limit
 * that leaves the smallest mean square error.
 *
 * @param shift {@code [c]}, as the engine's quantizer has it
 * @param inverseStep likewise; 1 for one bit
 * @param zeroLevel the level, perhaps between two, that 0 falls on: what a border of 0 is
 */
record ActivationRange(int bits, float[] shift, float inverseStep, float zeroLevel) {
    private static final int TRIES = 60;

    /**
     * @param values seen, {@code [n][c]}
     */
    static ActivationRange of(float[] values, int channels, int bits) {
        return bits == 1 ? signs(values, channels) : steps(values, channels, bits);
    }

    private static ActivationRange signs(float[] values, int channels) {
        double[] mean = new double[channels];
        for (int i = 0; i < values.length; i++) {
            mean[i % channels] += (double) values[i] * channels / values.length;
        }
        double size = 0;
        for (int i = 0; i < values.length; i++) {
            size += Math.abs(values[i] - mean[i % channels]) / values.length;
        }
        float[] shift = new float[channels];
        for (int c = 0; c < channels; c++) {
            shift[c] = (float) -mean[c];
        }
        double all = Arrays.stream(mean).average().orElse(0);
        double zero = size == 0 ? 1 : Math.clamp(-all / size, -1, 1);
        return new ActivationRange(1, shift, 1, (float) zero);
    }

    private static ActivationRange steps(float[] values, int channels, int bits) {
        float least = 0;
        float largest = 0;
        for (float value : values) {
            least = Math.min(least, value);
            largest = Math.max(largest, value);
        }
        // A leak is left out; what is as much below 0 as above is not.
        boolean both = -least > 0.3f * largest;
        double limit = Math.max(largest, both ? -least : 0);
        limit = limit == 0 ? 1 : limit;
        int top = (1 << bits) - 1;
        double best = Double.POSITIVE_INFINITY;
        double step = 0;
        for (int i = 1; i <= TRIES; i++) {
            double high = limit * i / TRIES;
            double low = both ? -high : 0;
            double width = (high - low) / top;
            double error = 0;
            for (float value : values) {
                double code = Math.clamp(Math.rint((value - low) / width), 0, top);
                double apart = low + code * width - value;
                error += apart * apart;
            }
            if (error < best) {
                best = error;
                step = width;
            }
        }
        double low = both ? -step * top / 2 : 0;
        // The engine's code is floor((x + shift) / step + 2^(b-1)); this one's rint((x - low) /
        // step).
        float[] shift = new float[channels];
        Arrays.fill(shift, (float) (-low + (0.5 - (1 << bits - 1)) * step));
        return new ActivationRange(bits, shift, (float) (1 / step), both ? 0 : -top);
    }
}
