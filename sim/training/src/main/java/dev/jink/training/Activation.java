package dev.jink.training;

import static org.bytedeco.pytorch.global.torch.full;
import static org.bytedeco.pytorch.global.torch.prelu;
import static org.bytedeco.pytorch.global.torch.zeros;

import dev.jink.compiler.onnx.OnnxBuilder;
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

    /** Lets everything through as it is, until training bends it. */
    void straighten() {
        Torch.withoutGradient(() -> beta.fill_(Torch.scalar(1)));
    }

    /**
     * The same function either way: libtorch's own prelu rounds as the engine does, its backward
     * pass takes twice the time of the three plain steps.
     */
    Tensor forward(Tensor v, Pass pass) {
        Tensor u = v.sub(gamma);
        if (pass.exact()) {
            return prelu(u, beta).add(zeta);
        }
        Tensor up = u.relu();
        return up.add(u.sub(up).mul(beta.reshape(beta.numel(), 1, 1))).add(zeta);
    }

    /** The same as nodes behind {@code v}; gives the last one's output. */
    String onnx(OnnxBuilder graph, String v) {
        String u = graph.node("Sub", v, graph.channels(Weights.values(gamma)));
        String bent = graph.node("PRelu", u, graph.channels(Weights.values(beta)));
        return graph.node("Add", bent, graph.channels(Weights.values(zeta)));
    }

    RPReLU export() {
        return new RPReLU(Weights.values(gamma), Weights.values(beta), Weights.values(zeta));
    }
}
