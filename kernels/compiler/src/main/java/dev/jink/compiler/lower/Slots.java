package dev.jink.compiler.lower;

import dev.jink.kernels.plan.RPReLU;

import java.util.Arrays;
import java.util.List;

/**
 * Element-wise steps sorted into the places of a layer's epilogue: {@code v = scale * x + bias},
 * shortcut, {@code u = v - gamma}, {@code y = (u >= 0 ? u : beta u) + zeta}. Where steps fit their
 * places as they are, the numbers stay as they are; only what must be merged is rounded anew.
 */
final class Slots {
    final float[] scale;
    final float[] bias;
    private final float[] gamma;
    private final float[] beta;
    private final float[] zeta;
    private boolean scales;
    private boolean biases;
    private boolean bends = true;

    /** Whether gamma, beta or zeta has been used. */
    private boolean bent;

    private boolean sloped;

    private Slots(float[] scale, float[] bias, boolean affine) {
        int channels = bias.length;
        this.scale = scale;
        this.bias = bias;
        gamma = new float[channels];
        beta = new float[channels];
        zeta = new float[channels];
        Arrays.fill(beta, 1);
        scales = affine;
        biases = affine && isZero(bias);
    }

    /** Behind {@code scale * x + bias} with all that follows. */
    static Slots of(float[] scale, float[] bias) {
        return new Slots(scale.clone(), bias.clone(), true);
    }

    /** Scale and bias alone, as in a head. */
    static Slots affine(float[] scale, float[] bias) {
        Slots slots = of(scale, bias);
        slots.bends = false;
        return slots;
    }

    /** Behind a sum: nothing but the activation. */
    static Slots activation(int channels) {
        float[] ones = new float[channels];
        Arrays.fill(ones, 1);
        return new Slots(ones, new float[channels], false);
    }

    /** How many of the steps, from the first on, found their place. */
    int fill(List<Op> ops) {
        for (int i = 0; i < ops.size(); i++) {
            Op next = i + 1 < ops.size() ? ops.get(i + 1) : null;
            boolean fits =
                    switch (ops.get(i).kind()) {
                        case MUL -> mul(ops.get(i));
                        case ADD -> add(ops.get(i), next);
                        case PRELU -> prelu(ops.get(i));
                        default -> false;
                    };
            if (!fits) {
                return i;
            }
        }
        return ops.size();
    }

    private boolean mul(Op op) {
        if (!scales) {
            return false;
        }
        if (bent && !sloped) {
            // A gamma without a bend is a bias.
            for (int c = 0; c < bias.length; c++) {
                bias[c] = (float) ((double) bias[c] - gamma[c] + zeta[c]);
                gamma[c] = 0;
                zeta[c] = 0;
            }
            bent = false;
            biases = false;
        }
        if (bent && !op.isPositive()) {
            return false;
        }
        for (int c = 0; c < bias.length; c++) {
            float by = op.of(c);
            scale[c] *= by;
            bias[c] *= by;
            gamma[c] *= by;
            zeta[c] *= by;
        }
        return true;
    }

    private boolean add(Op op, Op next) {
        boolean bendsNext = next != null && next.kind() == Op.Kind.PRELU;
        if (!bent && scales && (biases || !bends)) {
            add(bias, op);
            biases = false;
            return true;
        }
        if (!bends) {
            return false;
        }
        if (!bent) {
            for (int c = 0; c < gamma.length; c++) {
                gamma[c] = -op.of(c);
            }
            bent = true;
            return true;
        }
        if (!sloped && bendsNext) {
            // Two sums before the bend: the first was no gamma of its own.
            for (int c = 0; c < gamma.length; c++) {
                gamma[c] = (float) ((double) gamma[c] - zeta[c] - op.of(c));
                zeta[c] = 0;
            }
            return true;
        }
        add(zeta, op);
        return true;
    }

    private boolean prelu(Op op) {
        if (!bends || sloped || !isZero(zeta)) {
            return false;
        }
        for (int c = 0; c < beta.length; c++) {
            beta[c] = op.of(c);
        }
        bent = true;
        sloped = true;
        return true;
    }

    private static void add(float[] to, Op op) {
        for (int c = 0; c < to.length; c++) {
            // Not 0 + x: that would turn a −0 around.
            to[c] = to[c] == 0 ? op.of(c) : to[c] + op.of(c);
        }
    }

    static boolean isZero(float[] values) {
        for (float value : values) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    RPReLU activation() {
        return new RPReLU(gamma, beta, zeta);
    }
}
