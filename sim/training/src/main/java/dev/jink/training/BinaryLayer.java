package dev.jink.training;

import static org.bytedeco.pytorch.global.torch.avg_pool2d;
import static org.bytedeco.pytorch.global.torch.cat;
import static org.bytedeco.pytorch.global.torch.constant_pad_nd;
import static org.bytedeco.pytorch.global.torch.conv2d;
import static org.bytedeco.pytorch.global.torch.randn;
import static org.bytedeco.pytorch.global.torch.zeros;

import dev.jink.compiler.onnx.OnnxBuilder;
import dev.jink.kernels.Shape;
import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.Quantizer;
import dev.jink.kernels.plan.Shortcut;
import dev.jink.kernels.plan.WeightBits;
import dev.jink.kernels.plan.Window;

import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch.ScalarType;

import java.util.Arrays;
import java.util.Map;

/**
 * A 3x3 convolution of signs with a real-valued shortcut: {@code y = rprelu(norm(conv(sign(x +
 * shift))) + shortcut(x))}.
 *
 * <p>The border is +1 after the sign ("same-one"), as in the engine; the float twin, which takes no
 * sign, pads with 0.
 */
final class BinaryLayer {
    private static final int KERNEL = 3;
    private static final Scalar ZERO = Torch.scalar(0);
    private static final Scalar QUARTER = Torch.scalar(0.25);

    private final Architecture.Block shape;
    private final Shape in;
    private final int bits;
    private final Scalar border; // the highest level
    private final ScalarType trainingType; // what the convolution computes in
    private final Tensor weights; // float [oc][ic][3][3]
    private final Tensor shift; // float [ic][1][1]
    private final BatchNorm norm;
    private final Activation activation;

    BinaryLayer(
            Weights all,
            String name,
            Shape in,
            Architecture.Block shape,
            int bits,
            ScalarType trainingType) {
        this.bits = bits;
        this.trainingType = trainingType;
        border = Torch.scalar((1 << bits) - 1);
        this.shape = shape;
        this.in = in;
        float spread = (float) Math.sqrt(2.0 / (KERNEL * KERNEL * in.channels()));
        weights =
                all.trained(
                        name + "_weights",
                        randn(new long[] {shape.channels(), in.channels(), KERNEL, KERNEL})
                                .mul(new Scalar(spread)));
        shift = all.trained(name + "_shift", zeros(new long[] {in.channels(), 1, 1}));
        norm = new BatchNorm(all, name + "_norm", shape.channels());
        activation = new Activation(all, name, shape.channels());
    }

    /**
     * Lets the shortcut through and nothing else, in the float twin. The convolution keeps its
     * random weights: the first steps move the norm's weight away from 0, and it with them.
     *
     * @throws IllegalArgumentException when the shortcut changes the shape
     */
    void becomeIdentity() {
        if (shape.stride() != 1) {
            throw new IllegalArgumentException(
                    "identity: got a layer of stride %d, wanted 1".formatted(shape.stride()));
        }
        norm.silence();
        activation.straighten();
    }

    private Tensor levels(Tensor shifted) {
        return bits == 1 ? StraightThrough.sign(shifted) : StraightThrough.levels(shifted, bits);
    }

    /** float [n][ic][h][w] to float [n][oc][h/s][w/s]. */
    Tensor forward(Tensor x, Arithmetic arithmetic, Pass pass) {
        Tensor shifted = x.add(shift);
        Tensor read = arithmetic.signActivations() ? levels(shifted) : shifted;
        Tensor w = arithmetic.signWeights() ? StraightThrough.sign(weights) : weights;
        Tensor response = convolve(read, w, arithmetic.signActivations() ? border : ZERO, pass);
        Tensor v;
        if (pass == Pass.TRAIN) {
            v = norm.train(response);
        } else {
            Tensor scale = norm.scale();
            v = response.mul(channels(scale)).add(channels(norm.shift(scale)));
        }
        return activation.forward(v.add(shape.stride() == 1 ? x : pooled(x, pass)), pass);
    }

    /**
     * But for evaluation in bfloat16 where the processor has it, at half the time: of signs its
     * eight bits lose nothing, as the sums are even and only those beyond ±512 of 576 would be
     * rounded.
     */
    private Tensor convolve(Tensor read, Tensor w, Scalar padding, Pass pass) {
        ScalarType type = pass.exact() ? ScalarType.Float : trainingType;
        long pad = shape.pad();
        return conv2d(
                        constant_pad_nd(read.to(type), new long[] {pad, pad, pad, pad}, padding),
                        w.to(type),
                        new TensorOptional(),
                        new long[] {shape.stride(), shape.stride()},
                        new long[] {0, 0},
                        new long[] {shape.dilation(), shape.dilation()},
                        1)
                .to(ScalarType.Float);
    }

    /** Means of 2x2 blocks, summed in the engine's order, repeated over the outputs. */
    private Tensor pooled(Tensor x, Pass pass) {
        Tensor mean = pass.exact() ? exactMean(x) : avg_pool2d(x, new long[] {2, 2});
        int copies = shape.channels() / in.channels();
        if (copies == 1) {
            return mean;
        }
        TensorVector parts = new TensorVector();
        for (int i = 0; i < copies; i++) {
            parts.push_back(mean);
        }
        return cat(parts, 1);
    }

    private static Tensor exactMean(Tensor x) {
        Tensor upper = every2nd(x, 2, 0);
        Tensor lower = every2nd(x, 2, 1);
        return every2nd(upper, 3, 0)
                .add(every2nd(upper, 3, 1))
                .add(every2nd(lower, 3, 0).add(every2nd(lower, 3, 1)))
                .mul(QUARTER);
    }

    private static Tensor every2nd(Tensor x, long dimension, long from) {
        return x.slice(dimension, new LongOptional(from), new LongOptional(), 2);
    }

    private Tensor channels(Tensor perChannel) {
        return perChannel.reshape(1, shape.channels(), 1, 1);
    }

    /** The float layer, which takes no signs, as nodes behind {@code x}. */
    String onnx(OnnxBuilder graph, String x) {
        String shifted = graph.node("Add", x, graph.channels(Weights.values(shift)));
        int dilation = shape.dilation();
        String conv = SightNetwork.conv(graph, shifted, weights, shape.stride(), dilation, null);
        String normed = norm.onnx(graph, conv, 1);
        String shortcut = shape.stride() == 1 ? x : pooled(graph, x);
        return activation.onnx(graph, graph.node("Add", normed, shortcut));
    }

    private String pooled(OnnxBuilder graph, String x) {
        long[] two = {2, 2};
        String mean = graph.node("AveragePool", Map.of("kernel_shape", two, "strides", two), x);
        String[] parts = new String[shape.channels() / in.channels()];
        Arrays.fill(parts, mean);
        return parts.length == 1 ? mean : graph.node("Concat", Map.of("axis", 1L), parts);
    }

    Shape out() {
        return new Shape(
                in.height() / shape.stride(), in.width() / shape.stride(), shape.channels());
    }

    private Quantizer quantizer() {
        float[] shifts = Weights.values(shift);
        return bits == 1
                ? Quantizer.sign(shifts)
                : new Quantizer(bits, shifts, StraightThrough.inverseStep(bits));
    }

    /** The layer as the engine runs it, from the very tensors that evaluation uses. */
    BinaryConv export() {
        Tensor scale = norm.scale();
        float[] channelsLast = Weights.values(weights.detach().permute(0, 2, 3, 1).contiguous());
        return new BinaryConv(
                in,
                shape.channels(),
                Window.same(KERNEL, shape.stride(), shape.dilation()),
                1,
                quantizer(),
                WeightBits.of(BinaryConv.pack(channelsLast, in.channels())),
                Weights.values(scale),
                Weights.values(norm.shift(scale)),
                shape.stride() == 1 ? Shortcut.IDENTITY : Shortcut.POOL2,
                activation.export());
    }
}
