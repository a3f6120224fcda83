package dev.jink.compiler.lower;

/**
 * Weights of a convolution in the engine's order.
 *
 * @param values {@code [oc][ky][kx][ic / groups]}
 * @param out out channels
 * @param kernel taps: height, width
 */
record Weights(float[] values, int out, int[] kernel, int groups) {
    private static final double TOLERANCE = 1e-5;

    private int each() {
        return values.length / out;
    }

    /**
     * The size of each out channel's weights when they are all −a or +a, up to the rounding that
     * straight-through estimators leave; null when they are not.
     */
    float[] alphas() {
        float[] alphas = new float[out];
        for (int o = 0; o < out; o++) {
            float first = Math.abs(values[o * each()]);
            for (int k = 0; k < each(); k++) {
                float size = Math.abs(values[o * each() + k]);
                if (!(Math.abs(size - first) <= TOLERANCE * first)) {
                    return null;
                }
            }
            // One that is 1 up to rounding is 1: sums of signs are whole.
            alphas[o] = Math.abs(first - 1) < TOLERANCE ? 1 : first;
        }
        return alphas;
    }

    /** Signs, negated for the in channels that are flipped. */
    byte[] signs(boolean[] flipped, int channels) {
        byte[] signs = new byte[values.length];
        int groupChannels = channels / groups;
        for (int i = 0; i < signs.length; i++) {
            int group = i / each() / (out / groups);
            int c = group * groupChannels + i % groupChannels;
            boolean negative = values[i] < 0;
            signs[i] = (byte) (negative != (flipped != null && flipped[c]) ? -1 : 1);
        }
        return signs;
    }

    /** The same as whole numbers of 8 bits; null when they are not. */
    byte[] bytes() {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            if (values[i] != Math.rint(values[i]) || values[i] < -128 || values[i] > 127) {
                return null;
            }
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** Two that show what they are, for errors. */
    String example() {
        for (int i = 0; i < values.length; i++) {
            int first = i / each() * each();
            if (Math.abs(values[i]) != Math.abs(values[first])) {
                return "%s beside %s".formatted(values[first], values[i]);
            }
        }
        return values.length + " weights";
    }
}
