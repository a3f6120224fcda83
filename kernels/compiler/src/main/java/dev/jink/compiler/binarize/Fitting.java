package dev.jink.compiler.binarize;

/**
 * For each out channel, the line {@code scale * dot + bias} that comes nearest to what the float
 * network has there (least squares), of two ways to take the signs of its weights. Sums are gathered
 * picture by picture.
 */
final class Fitting {
    private final int channels;
    private final double[][] sums;
    private long count;

    Fitting(int channels) {
        this.channels = channels;
        sums = new double[2 * channels][5];
    }

    /**
     * @param dots {@code [2 oc][pixels]}: of the first way, then of the second
     * @param wanted {@code [oc][pixels]}
     * @param channelsLast both lie {@code [pixels][2 oc]} and {@code [pixels][oc]} instead
     */
    void add(float[] dots, float[] wanted, boolean channelsLast) {
        int pixels = wanted.length / channels;
        for (int k = 0; k < 2 * channels; k++) {
            double[] sum = sums[k];
            for (int p = 0; p < pixels; p++) {
                int c = k % channels;
                double x = dots[channelsLast ? p * 2 * channels + k : k * pixels + p];
                double y = wanted[channelsLast ? p * channels + c : c * pixels + p];
                sum[0] += x;
                sum[1] += y;
                sum[2] += x * x;
                sum[3] += x * y;
                sum[4] += y * y;
            }
        }
        count += pixels;
    }

    private double spread(double[] sum, int square, int one, int other) {
        return sum[square] - sum[one] * sum[other] / count;
    }

    /** The share of the channel's variance that the line explains. */
    private double explained(int k) {
        double x = spread(sums[k], 2, 0, 0);
        double y = spread(sums[k], 4, 1, 1);
        double both = spread(sums[k], 3, 0, 1);
        return x <= 0 || y <= 0 ? 0 : both * both / (x * y);
    }

    /** Which way is the better one: 0 or 1. */
    int way(int channel) {
        return explained(channel + channels) > explained(channel) + 1e-9 ? 1 : 0;
    }

    float scale(int channel) {
        int k = channel + way(channel) * channels;
        double x = spread(sums[k], 2, 0, 0);
        return x <= 0 ? 0 : (float) (spread(sums[k], 3, 0, 1) / x);
    }

    float bias(int channel) {
        int k = channel + way(channel) * channels;
        return (float) ((sums[k][1] - scale(channel) * sums[k][0]) / count);
    }

    /** The mean share of variance explained, over channels. */
    double explained() {
        double sum = 0;
        for (int c = 0; c < channels; c++) {
            sum += explained(c + way(c) * channels);
        }
        return sum / channels;
    }
}
