package dev.jink.training;

import static org.bytedeco.pytorch.global.torch.conv2d;
import static org.bytedeco.pytorch.global.torch.randn;

import dev.jink.compiler.onnx.OnnxBuilder;
import dev.jink.kernels.Shape;
import dev.jink.kernels.plan.InputConv;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;

/**
 * The first layer: pixels 0 … 255 around the zero point 128, int8 weights when deployed.
 *
 * <p>Training sees pixels divided by {@link #PIXEL_UNIT}; the deployed form sums whole numbers
 * (at most 49 x 127 x 128 &lt; 2^24, exact in float32) and folds both units into the scale.
 */
final class StemLayer {
    static final int ZERO_POINT = 128;

    /** The spread that Contrast gives a picture, so that the network's input has variance 1. */
    private static final float PIXEL_UNIT = 48f;

    private static final Scalar ZERO = Torch.scalar(ZERO_POINT);
    private static final Scalar UNIT = Torch.scalar(PIXEL_UNIT);

    private final Architecture.Stem shape;
    private final Shape in;
    private final Tensor weights; // float [oc][1][k][k]
    private final BatchNorm norm;
    private final Activation activation;

    StemLayer(Weights all, Architecture architecture) {
        shape = architecture.stem();
        in = new Shape(architecture.height(), architecture.width(), 1);
        long k = shape.kernel();
        weights =
                all.trained(
                        "stem_weights",
                        randn(new long[] {shape.channels(), 1, k, k})
                                .mul(new Scalar((float) Math.sqrt(2.0 / (k * k)))));
        norm = new BatchNorm(all, "stem_norm", shape.channels());
        activation = new Activation(all, "stem", shape.channels());
    }

    /** Pixels float [n][1][h][w] to features float [n][c][h/s][w/s]. */
    Tensor forward(Tensor pixels, Arithmetic arithmetic, Pass pass) {
        Tensor centred = pixels.sub(ZERO);
        if (pass == Pass.TRAIN) {
            Tensor w = arithmetic.signWeights() ? StraightThrough.int8(weights) : weights;
            return activation.forward(norm.train(convolve(centred.div(UNIT), w)), pass);
        }
        Tensor step = step(arithmetic);
        Tensor w = arithmetic.signWeights() ? StraightThrough.int8Code(weights, step) : weights;
        Tensor scale = norm.scale();
        Tensor response = convolve(centred, w).mul(channels(folded(scale, step)));
        return activation.forward(response.add(channels(norm.shift(scale))), pass);
    }

    private Tensor convolve(Tensor x, Tensor w) {
        long pad = shape.kernel() / 2;
        return conv2d(
                x,
                w,
                new TensorOptional(),
                new long[] {shape.stride(), shape.stride()},
                new long[] {pad, pad},
                new long[] {1, 1},
                1);
    }

    /** float [oc][1][1][1]: what one unit of the deployed weights means; 1 for real weights. */
    private Tensor step(Arithmetic arithmetic) {
        Tensor step = StraightThrough.int8Step(weights);
        return arithmetic.signWeights() ? step : step.detach().fill_(new Scalar(1f));
    }

    private Tensor folded(Tensor scale, Tensor step) {
        return scale.mul(step.reshape(shape.channels())).div(UNIT);
    }

    private Tensor channels(Tensor perChannel) {
        return perChannel.reshape(1, shape.channels(), 1, 1);
    }

    /** The float layer as nodes behind pixels less the zero point; gives the last one's output. */
    String onnx(OnnxBuilder graph, String centred) {
        String response = SightNetwork.conv(graph, centred, weights, shape.stride(), 1, null);
        return activation.onnx(graph, norm.onnx(graph, response, PIXEL_UNIT));
    }

    /** The layer as the engine runs it, from the very tensors that evaluation uses. */
    InputConv export() {
        Tensor step = step(Arithmetic.BINARY);
        Tensor scale = norm.scale();
        float[] code = Weights.values(StraightThrough.int8Code(weights, step));
        byte[] bytes = new byte[code.length];
        for (int i = 0; i < code.length; i++) {
            bytes[i] = (byte) code[i];
        }
        return new InputConv(
                in,
                shape.kernel(),
                shape.stride(),
                bytes, // [oc][1][ky][kx] is [oc][ky][kx][1]
                ZERO_POINT,
                Weights.values(folded(scale, step)),
                Weights.values(norm.shift(scale)),
                activation.export());
    }
}
