package dev.jink.kernels.vector;

import dev.jink.kernels.BitLayout;
import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.RPReLU;

import java.util.Arrays;

/**
 * Scale, bias, activation and the next layer's shift folded into one integer per channel, for a
 * layer of which only signs are read (batch normalisation folded into thresholds).
 *
 * <p>Exact by trial, not by algebra: for each channel the sign is computed as the reference does,
 * for every count of differing bits that can occur. Where it changes at most once, that place is the
 * threshold; a slope below 0 may make it change twice, and then the layer cannot be folded.
 *
 * @param limits {@code [groups][lanes]}: negative where the count is above
 * @param flips {@code [words]}: 1 for a channel that is negative where the count is not above
 */
record Thresholds(int[] limits, long[] flips) {
    /** Trials of one layer: a tenth of a second at load. */
    private static final long MOST_TRIALS = 1L << 25;

    /**
     * @param shiftOut added before the sign is taken
     * @param pitch room for limits, at least the out channels
     * @return null when the layer cannot be folded
     */
    static Thresholds of(BinaryConv layer, float[] shiftOut, int pitch) {
        int largest = layer.quantizer().top() * layer.taps();
        if ((long) largest * layer.outChannels() > MOST_TRIALS) {
            return null;
        }
        int[] limits = new int[pitch];
        // Lanes without a channel: never above.
        Arrays.fill(limits, Integer.MAX_VALUE);
        long[] flips = new long[BitLayout.words(layer.outChannels())];
        Channels channels = new Channels(layer, shiftOut);
        for (int oc = 0; oc < layer.outChannels(); oc++) {
            boolean atNone = channels.isNegative(oc, largest);
            boolean now = atNone;
            int limit = Integer.MAX_VALUE;
            for (int count = 1; count <= largest; count++) {
                boolean negative = channels.isNegative(oc, largest - 2 * count);
                if (negative != now) {
                    if (limit != Integer.MAX_VALUE) {
                        return null;
                    }
                    limit = count - 1;
                    now = negative;
                }
            }
            limits[oc] = limit;
            flips[oc / BitLayout.WORD_BITS] |= (atNone ? 1L : 0L) << oc;
        }
        return new Thresholds(limits, flips);
    }

    /** The epilogue of one value, in the reference's steps. */
    private static final class Channels {
        private final float[] scale;
        private final float[] bias;
        private final float[] gamma;
        private final float[] beta;
        private final float[] zeta;
        private final float[] shift;

        Channels(BinaryConv layer, float[] shiftOut) {
            RPReLU activation = layer.activation();
            scale = layer.scale();
            bias = layer.bias();
            gamma = activation.gamma();
            beta = activation.beta();
            zeta = activation.zeta();
            shift = shiftOut;
        }

        boolean isNegative(int oc, int dot) {
            float u = scale[oc] * dot + bias[oc] - gamma[oc];
            float y = (u >= 0 ? u : beta[oc] * u) + zeta[oc];
            return y + shift[oc] < 0;
        }
    }
}
