package dev.jink.kernels.plan;

import java.util.Arrays;

/**
 * The activation between layers, per channel: a leaky rectifier whose bend may move in both
 * directions (ReActNet, arXiv 2003.03488, eq. 7).
 *
 * <pre>
 *   u = v - gamma;   y = (u &gt;= 0 ? u : beta * u) + zeta
 * </pre>
 *
 * All three arrays have the length of the layer's out channels and hold finite values. They are
 * copied in and out.
 *
 * @param gamma where the bend lies
 * @param beta slope left of the bend
 * @param zeta added behind the bend
 */
public record RPReLU(float[] gamma, float[] beta, float[] zeta) {
    public RPReLU {
        gamma = Parameters.finite("rprelu gamma", gamma, gamma.length);
        beta = Parameters.finite("rprelu beta", beta, gamma.length);
        zeta = Parameters.finite("rprelu zeta", zeta, gamma.length);
    }

    /** Lets everything pass: v − 0, slope 1, + 0. */
    public static RPReLU identity(int channels) {
        float[] ones = new float[channels];
        Arrays.fill(ones, 1f);
        return new RPReLU(new float[channels], ones, new float[channels]);
    }

    /** Whether there is no bend: slope 1 and gamma +0 throughout, so that only zeta is added. */
    public boolean isLinear() {
        for (int i = 0; i < gamma.length; i++) {
            // By bits: v - (-0) would turn a v of -0 into +0.
            if (Float.floatToRawIntBits(gamma[i]) != 0 || beta[i] != 1f) {
                return false;
            }
        }
        return true;
    }

    public int channels() {
        return gamma.length;
    }

    @Override
    public float[] gamma() {
        return gamma.clone();
    }

    @Override
    public float[] beta() {
        return beta.clone();
    }

    @Override
    public float[] zeta() {
        return zeta.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RPReLU that
                && Arrays.equals(gamma, that.gamma)
                && Arrays.equals(beta, that.beta)
                && Arrays.equals(zeta, that.zeta);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(gamma) * 31 + Arrays.hashCode(zeta);
    }

    @Override
    public String toString() {
        return "RPReLU[channels=" + channels() + "]";
    }
}
