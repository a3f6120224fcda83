package dev.jink.compiler.lower;

import dev.jink.compiler.lower.Flow.Live;
import dev.jink.compiler.onnx.OnnxNode;
import dev.jink.compiler.onnx.Tensor;
import dev.jink.kernels.Shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Conv, Gemm and MatMul: as the picture's layer, a binary layer or a head. */
final class Convolutions {
    private static final float[] NO_PADS = new float[4];

    private final Layers layers;
    private final Realizer realizer;
    private final Quantizing quantizing;

    Convolutions(Layers layers, Realizer realizer, Quantizing quantizing) {
        this.layers = layers;
        this.realizer = realizer;
        this.quantizing = quantizing;
    }

    Flow lower(Arguments a) {
        return a.node().op().equals("Conv") ? conv(a) : dense(a);
    }

    private Flow conv(Arguments a) {
        OnnxNode node = a.node();
        Live x = a.first();
        Tensor w = a.constant(1);
        if (w.dims().length != 4 || w.dims()[0] < 1) {
            throw node.error(
                    "weights of %d axes".formatted(w.dims().length),
                    "four, of a picture",
                    "use 2-D layers");
        }
        if (!x.axes().match(x.shape(), Axes.NCHW)) {
            throw node.error("an input that lies " + x.axes(), "N C H W", "transpose ahead of it");
        }
        int groups = (int) node.number("group", 1);
        int channels = x.shape().channels();
        if (groups < 1 || w.dims()[1] * groups != channels || w.dims()[0] % groups != 0) {
            throw node.error(
                    "weights for %d channels in %d groups".formatted(w.dims()[1], groups),
                    "weights for " + channels,
                    "export it again");
        }
        Op border = x.last() != null && x.last().kind() == Op.Kind.PAD ? x.last() : null;
        float[] pads = border == null ? NO_PADS : border.values();
        long[] own = node.list("pads");
        boolean both = border != null && own != null && !allZero(own) && border.low() != 0;
        if (both) {
            throw node.error(
                    "a border of " + border.low() + " and one of 0", "one", "pad at one place");
        }
        Fit fit = Fit.of(node, x.shape(), new int[] {w.dims()[2], w.dims()[3]}, pads);
        Live inner = border == null ? x : x.with(x.ops().subList(0, x.ops().size() - 1));
        Weights weights = new Weights(channelsLast(w), w.dims()[0], fit.kernel(), groups);
        return lower(
                a, inner, weights, fit, border == null ? 0 : border.low(), bias(a, w.dims()[0], 1));
    }

    private static boolean allZero(long[] values) {
        for (long value : values) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    /** A dense layer on one pixel, or on all of a small picture at once. */
    private Flow dense(Arguments a) {
        OnnxNode node = a.node();
        Live x = a.first();
        Tensor w = a.constant(1);
        boolean gemm = node.op().equals("Gemm");
        if (gemm && node.number("transA", 0) != 0 || w.dims().length != 2) {
            throw node.error(
                    "weights of %d axes or a transposed input".formatted(w.dims().length),
                    "a matrix",
                    "use a Linear layer");
        }
        boolean transposed = gemm && node.number("transB", 0) != 0;
        int out = w.dims()[transposed ? 0 : 1];
        int in = w.dims()[transposed ? 1 : 0];
        int[] dims = x.dims();
        Shape shape = x.shape();
        boolean perPixel = x.axes().of(shape, 'C') == dims.length - 1 && in == shape.channels();
        String order = x.axes().order(shape);
        boolean all = dims.length == 2 && in == shape.elements() && dims[1] == in;
        if (!perPixel && !all) {
            throw node.error(
                    "%d weights for an input that lies %s".formatted(in, x.axes()),
                    "a flattened picture, or channels last",
                    "flatten ahead of it");
        }
        float alpha = gemm ? node.real("alpha", 1) : 1;
        float beta = gemm ? node.real("beta", 1) : 1;
        float[] values = w.floats();
        int[] where = perPixel ? null : x.axes().fromEngine(shape);
        float[] sorted = new float[values.length];
        for (int o = 0; o < out; o++) {
            for (int i = 0; i < in; i++) {
                float value = values[transposed ? o * in + i : i * out + o] * alpha;
                sorted[o * in + (where == null ? i : where[i])] = value;
            }
        }
        float[] bias = bias(a, out, beta);
        if (perPixel) {
            Fit point = fit(1, new int[] {shape.height(), shape.width()});
            Weights weights = new Weights(sorted, out, point.kernel(), 1);
            Live y = lower(a, x, weights, point, 0, bias);
            return y.under(x.axes());
        }
        if (shape.height() != shape.width()) {
            throw node.error(
                    "a flattened picture of %s (%s)".formatted(shape, order),
                    "a square one, or one pixel",
                    "pool it to one pixel first");
        }
        Fit whole = fit(shape.height(), new int[] {1, 1});
        Weights weights = new Weights(sorted, out, whole.kernel(), 1);
        return lower(a, x, weights, whole, 0, bias).under(new Axes(List.of("N", "C")));
    }

    private static Fit fit(int kernel, int[] out) {
        int[] ones = {1, 1};
        return new Fit(new int[] {kernel, kernel}, ones, ones, new int[2], out, false);
    }

    private static float[] bias(Arguments a, int out, float beta) {
        Tensor tensor = a.optional(2);
        float[] bias = new float[out];
        if (tensor == null) {
            return bias;
        }
        float[] values = tensor.floats();
        if (values.length != out && values.length != 1) {
            throw a.node().error(values.length + " biases", out + "", "export it again");
        }
        for (int o = 0; o < out; o++) {
            bias[o] = values[values.length == 1 ? 0 : o] * beta;
        }
        return bias;
    }

    /** From [oc][ic][ky][kx] to [oc][ky][kx][ic]. */
    private static float[] channelsLast(Tensor w) {
        float[] values = w.floats();
        int channels = w.dims()[1];
        int taps = w.dims()[2] * w.dims()[3];
        float[] sorted = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            int o = i / (channels * taps);
            int c = i / taps % channels;
            sorted[(o * taps + i % taps) * channels + c] = values[i];
        }
        return sorted;
    }

    private Live lower(Arguments a, Live x, Weights weights, Fit fit, float border, float[] bias) {
        OnnxNode node = a.node();
        Base base;
        List<Op> after = new ArrayList<>();
        if (x.base() instanceof Base.Picture && !x.isQuantized() && isAffine(x.ops())) {
            if (border != 0) {
                throw node.error("a border of " + border, "0", "pad the picture by 0");
            }
            base = new Base.Input(Stem.dot(node, layers, x, weights, fit, bias));
            return new Live(base, Axes.NCHW);
        }
        if (!x.isQuantized()) {
            base = real(node, x, weights, fit, bias);
        } else {
            float[] alpha = weights.alphas();
            Base eight = eight(x, weights, fit);
            if (eight == null && alpha == null) {
                throw node.error(
                        "few-bit activations and weights that are not -a or +a (%s)"
                                .formatted(weights.example()),
                        "the same size a for all weights of an out channel",
                        "take the sign of the weights ahead of the layer, or run jink binarize");
            }
            base = eight != null ? eight : binary(node, x, weights, fit, border, alpha);
            if (!Slots.isZero(bias)) {
                after.add(Op.add(node, bias));
            }
        }
        return new Live(base, after, Axes.NCHW);
    }

    private static boolean isAffine(List<Op> ops) {
        return ops.stream().allMatch(Op::isAffine);
    }

    private Base real(OnnxNode node, Live x, Weights weights, Fit fit, float[] bias) {
        if (!fit.isPoint() || weights.groups() != 1) {
            throw node.error(
                    "real activations and %dx%d weights"
                            .formatted(fit.kernel()[0], fit.kernel()[1]),
                    weights.alphas() == null
                            ? "signs of both, or a 1x1 head"
                            : "activations of 1, 2, 4 or 8 bits ahead of 1-bit weights",
                    "train it with signs, or run jink binarize on the float network");
        }
        int source = realizer.layer(x);
        Shape in = x.shape();
        if (fit.stride()[0] > 1) {
            Fit one = fit;
            source = Resampling.every(layers, source, in, one.window(node, in));
            in = layers.out(source);
        }
        return new Base.Real(source, in, weights.values(), bias);
    }

    /** A head in 8 bits; null when activations or weights are not so. */
    private Base eight(Live x, Weights weights, Fit fit) {
        EightBits eight = EightBits.of(x);
        byte[] bytes = weights.bytes();
        if (eight == null
                || bytes == null
                || !fit.isPoint()
                || fit.stride()[0] != 1
                || weights.groups() != 1) {
            return null;
        }
        int source = realizer.layer(x.with(eight.before()));
        float[] scale = new float[weights.out()];
        Arrays.fill(scale, eight.step());
        return new Base.Eight(
                source, x.shape(), eight.inverse(), bytes, scale, new float[scale.length]);
    }

    private Base binary(
            OnnxNode node, Live x, Weights weights, Fit fit, float border, float[] alpha) {
        Levels levels = quantizing.levels(x);
        Shape in = x.shape();
        byte[] signs = weights.signs(levels.flipped(), in.channels());
        float[] scale = new float[alpha.length];
        float[] bias = new float[alpha.length];
        int each = signs.length / alpha.length;
        for (int o = 0; o < alpha.length; o++) {
            scale[o] = alpha[o] * levels.step();
            double sum = 0;
            for (int k = 0; k < each; k++) {
                sum += weights.values()[o * each + k];
            }
            bias[o] = levels.zero() == 0 ? 0 : (float) (levels.zero() * sum);
        }
        BinaryDot.Border off = null;
        if (fit.padded()) {
            off = border(node, levels, border, in.channels());
        }
        return new Base.Binary(
                new BinaryDot(
                        levels.source(),
                        in,
                        alpha.length,
                        fit.window(node, in),
                        weights.groups(),
                        levels.quantizer(),
                        signs,
                        scale,
                        bias,
                        off));
    }

    /** How far a border of this value is from the engine's, on which channels; null if it is not. */
    private static BinaryDot.Border border(
            OnnxNode node, Levels levels, float value, int channels) {
        int top = levels.quantizer().top();
        double level = (value - levels.zero()) / levels.step();
        // A border that is a level up to rounding is that level.
        level = Math.abs(level - Math.rint(level)) < 1e-4 ? Math.rint(level) : level;
        boolean[] flipped = levels.flipped();
        boolean[] in = new boolean[channels];
        double off = Double.NaN;
        for (int c = 0; c < channels; c++) {
            double own = (flipped != null && flipped[c] ? -level : level) - top;
            if (own == 0) {
                continue;
            }
            if (!Double.isNaN(off) && off != own) {
                throw node.error(
                        "a border of %s over channels of both orders".formatted(value),
                        "one of 0",
                        "pad by 0");
            }
            off = own;
            in[c] = true;
        }
        return Double.isNaN(off) ? null : new BinaryDot.Border((float) off, in);
    }
}
