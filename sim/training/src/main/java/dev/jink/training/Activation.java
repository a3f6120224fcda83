package dev.jink.training;

import static org.bytedeco.pytorch.global.torch.full;
import static org.bytedeco.pytorch.global.torch.prelu;
import static org.bytedeco.pytorch.global.torch.zeros;

import dev.jink.kernels.plan.RPReLU;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * RPReLU (Liu et al., "ReActNet", 2020): {@code u = v - gamma; y = (u >= 0 ? u : beta * u) + zeta},
 * all three learned per channel.
 */
final class Activation {
    private static final float LEAK = 0.25f;

    private final Tensor gamma; // float [c][1][1]
    private final Tensor beta; // float [c]
    private final Tensor zeta; // float [c][1][1]

    Activation(Weights weights, String name, int channels) {
        gamma = weights.trained(name + "_gamma", zeros(new long[] {channels, 1, 1}));
        beta = weights.trained(name + "_beta", full(new long[] {channels}, new Scalar(LEAK)));
        zeta = weights.trained(name + "_zeta", zeros(new long[] {channels, 1, 1}));
    }

    Tensor forward(Tensor v) {
        return prelu(v.sub(gamma), beta).add(zeta);
    }

    RPReLU export() {
        return new RPReLU(Weights.values(gamma), Weights.values(beta), Weights.values(zeta));
    }
}
