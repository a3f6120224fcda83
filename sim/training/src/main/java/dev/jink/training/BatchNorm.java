package dev.jink.training;

import static org.bytedeco.pytorch.global.torch.batch_norm;
import static org.bytedeco.pytorch.global.torch.ones;
import static org.bytedeco.pytorch.global.torch.zeros;

import dev.jink.compiler.onnx.OnnxBuilder;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;

/**
 * Batch normalisation per channel, and what is left of it after training.
 *
 * <p>In training {@code y = weight * (x - mean) / sqrt(var + eps) + bias} with the batch's own
 * statistics. Deployed, with the running statistics, that is one multiplication and one addition:
 * {@code scale = weight / sqrt(var + eps)}, {@code shift = bias - mean * scale}. The evaluation
 * here already computes it in that form and order, so that the engine, which multiplies and then
 * adds in float32, gives the very same bits, and no sign behind it can fall the other way.
 */
final class BatchNorm {
    private static final double EPSILON = 1e-5;
    private static final double MOMENTUM = 0.1;

    private final Tensor weight; // float [c]
    private final Tensor bias; // float [c]
    private final Tensor mean; // float [c]
    private final Tensor variance; // float [c]

    BatchNorm(Weights weights, String name, int channels) {
        weight = weights.trained(name + "_weight", ones(new long[] {channels}));
        bias = weights.trained(name + "_bias", zeros(new long[] {channels}));
        mean = weights.statistic(name + "_mean", zeros(new long[] {channels}));
        variance = weights.statistic(name + "_variance", ones(new long[] {channels}));
    }

    /** Answers 0 to everything, until training moves it (Goyal et al., 2017, section 5.1). */
    void silence() {
        Torch.withoutGradient(weight::zero_);
    }

    /** Normalises float [n][c][h][w] by its own statistics and moves the running ones. */
    Tensor train(Tensor x) {
        return batch_norm(
                x,
                new TensorOptional(weight),
                new TensorOptional(bias),
                new TensorOptional(mean),
                new TensorOptional(variance),
                true,
                MOMENTUM,
                EPSILON,
                false);
    }

    /** What is left of it as nodes behind {@code x}, for responses {@code unit} times too large. */
    String onnx(OnnxBuilder graph, String x, float unit) {
        Tensor scale = scale();
        float[] factors = Weights.values(scale.div(new Scalar(unit)));
        String scaled = graph.node("Mul", x, graph.channels(factors));
        return graph.node("Add", scaled, graph.channels(Weights.values(shift(scale))));
    }

    /** float [c], to be multiplied onto the response. */
    Tensor scale() {
        return weight.detach().div(variance.add(new Scalar(EPSILON)).sqrt());
    }

    /** float [c], to be added after the multiplication; {@code scale} is {@link #scale()}. */
    Tensor shift(Tensor scale) {
        return bias.detach().sub(mean.mul(scale));
    }
}
