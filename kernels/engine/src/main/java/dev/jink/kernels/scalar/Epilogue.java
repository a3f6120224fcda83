package dev.jink.kernels.scalar;

import dev.jink.kernels.BitLayout;
import dev.jink.kernels.BitTensor;
import dev.jink.kernels.Buffers;
import dev.jink.kernels.FloatTensor;
import dev.jink.kernels.plan.RPReLU;

/** From the exact sums of one pixel to its floats and its packed signs, in one pass. */
final class Epilogue {
    private final float[] scale;
    private final float[] bias;
    private final float[] gamma;
    private final float[] beta;
    private final float[] zeta;
    private final float[] shiftOut;
    private final FloatTensor floatsOut;
    private final BitTensor bitsOut;

    Epilogue(float[] scale, float[] bias, RPReLU activation, Buffers io) {
        this.scale = scale;
        this.bias = bias;
        this.gamma = activation.gamma();
        this.beta = activation.beta();
        this.zeta = activation.zeta();
        this.shiftOut = io.shiftOut();
        this.floatsOut = io.floatsOut();
        this.bitsOut = io.bitsOut();
    }

    /** Before the first pixel of these rows. */
    void begin(int fromRow, int toRow) {
        if (bitsOut != null) {
            bitsOut.clearBorder(fromRow, toRow);
        }
    }

    /**
     * @param sums {@code [oc]}, exact. Not modified.
     * @param shortcut added before the activation, or null. Not modified.
     */
    void finish(int y, int x, int[] sums, float[] shortcut) {
        int base = floatsOut == null ? 0 : floatsOut.index(y, x);
        long bits = 0;
        for (int oc = 0; oc < sums.length; oc++) {
            float v = scale[oc] * sums[oc] + bias[oc];
            if (shortcut != null) {
                v += shortcut[oc];
            }
            float u = v - gamma[oc];
            float out = (u >= 0 ? u : beta[oc] * u) + zeta[oc];
            if (floatsOut != null) {
                floatsOut.set(base + oc, out);
            }
            if (bitsOut != null) {
                bits |= (out + shiftOut[oc] < 0 ? 1L : 0L) << oc;
                if ((oc + 1) % BitLayout.WORD_BITS == 0 || oc + 1 == sums.length) {
                    bitsOut.setWord(y, x, oc / BitLayout.WORD_BITS, bits);
                    bits = 0;
                }
            }
        }
    }
}
