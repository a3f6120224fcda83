package dev.jink.compiler.binarize;

import dev.jink.compiler.onnx.OnnxBuilder;
import dev.jink.compiler.onnx.OnnxModel;
import dev.jink.compiler.onnx.OnnxNode;
import dev.jink.compiler.onnx.OnnxValue;
import dev.jink.compiler.onnx.Tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One convolution or dense layer, and the nodes that take its place. */
final class BinarizedLayer {
    /** What the trial gives. */
    static final String DOTS = "trial/dots";

    private final OnnxNode node;
    private final Tensor weights;
    private final Precision precision;
    private final boolean exactBorder;
    private final boolean conv;

    BinarizedLayer(
            OnnxNode node,
            Map<String, Tensor> constants,
            Precision precision,
            boolean exactBorder) {
        this.node = node;
        this.precision = precision;
        this.exactBorder = exactBorder;
        conv = node.op().equals("Conv");
        Tensor w = constants.get(node.input(1));
        boolean outFirst = node.op().equals("Gemm") && node.number("transB", 0) != 0;
        weights = conv || outFirst ? w : transposed(node, w);
        if (node.number("transA", 0) != 0) {
            throw node.error("a transposed input", "none", "use a Linear layer");
        }
    }

    private static Tensor transposed(OnnxNode node, Tensor w) {
        if (w.dims().length != 2) {
            throw node.error(
                    "weights of %d axes".formatted(w.dims().length), "a matrix", "use Gemm");
        }
        float[] values = w.floats();
        float[] turned = new float[values.length];
        int in = w.dims()[0];
        int out = w.dims()[1];
        for (int i = 0; i < values.length; i++) {
            turned[i % out * in + i / out] = values[i];
        }
        return Tensor.of(new int[] {out, in}, turned);
    }

    OnnxNode node() {
        return node;
    }

    int outChannels() {
        return weights.dims()[0];
    }

    /** Channels of its input that are cut into levels each for itself; 1 for a dense layer. */
    int inChannels() {
        return conv ? weights.dims()[1] * (int) node.number("group", 1) : 1;
    }

    boolean isChannelsLast() {
        return !conv;
    }

    /** Signs of the weights, and of what they are above or below their mean. */
    private float[] signs(boolean aroundMean) {
        float[] values = weights.floats();
        int each = values.length / outChannels();
        for (int o = 0; o < outChannels(); o++) {
            double mean = 0;
            for (int k = 0; aroundMean && k < each; k++) {
                mean += (double) values[o * each + k] / each;
            }
            for (int k = 0; k < each; k++) {
                values[o * each + k] = values[o * each + k] < mean ? -1 : 1;
            }
        }
        return values;
    }

    /** The network with this layer's signs taken in both ways, side by side as {@link #DOTS}. */
    OnnxModel trial(OnnxModel current, ActivationRange range) {
        float[] first = signs(false);
        float[] second = signs(true);
        OnnxBuilder added = builder("trial");
        String level = levels(added, range);
        String left = dot(added, level, first);
        String right = dot(added, level, second);
        long axis = conv ? 1 : -1;
        added.node("Concat", "", List.of(left, right), DOTS, Map.of("axis", axis));
        return merged(current, part(added), false);
    }

    /** The network with this layer binarized. */
    OnnxModel fitted(OnnxModel current, ActivationRange range, Fitting fitting) {
        float[] first = signs(false);
        float[] second = signs(true);
        int each = first.length / outChannels();
        float[] scale = new float[outChannels()];
        float[] bias = new float[outChannels()];
        for (int o = 0; o < scale.length; o++) {
            if (fitting.way(o) == 1) {
                System.arraycopy(second, o * each, first, o * each, each);
            }
            scale[o] = fitting.scale(o);
            bias[o] = fitting.bias(o);
        }
        OnnxBuilder added = builder("binary");
        String dot = dot(added, levels(added, range), first);
        int[] dims = conv ? new int[] {scale.length, 1, 1} : new int[] {scale.length};
        String scaled = added.node("Mul", dot, added.constant(Tensor.of(dims, scale)));
        added.node(
                "Add",
                "",
                List.of(scaled, added.constant(Tensor.of(dims, bias))),
                node.output(),
                Map.of());
        return merged(current, part(added), true);
    }

    private OnnxBuilder builder(String kind) {
        return new OnnxBuilder().in(node.output() + "/" + kind + "/");
    }

    private String levels(OnnxBuilder onnx, ActivationRange range) {
        String x = node.inputs().getFirst();
        int[] dims =
                conv ? new int[] {range.shift().length, 1, 1} : new int[] {range.shift().length};
        String shifted = onnx.node("Add", x, onnx.constant(Tensor.of(dims, range.shift())));
        if (range.bits() == 1) {
            String negative = onnx.node("Less", shifted, onnx.scalar(0));
            return bordered(
                    onnx, onnx.node("Where", negative, onnx.scalar(-1), onnx.scalar(1)), range);
        }
        int top = precision.top();
        String code = onnx.node("Mul", shifted, onnx.scalar(range.inverseStep()));
        code = onnx.node("Add", code, onnx.scalar(1 << range.bits() - 1));
        code = onnx.node("Clip", code, onnx.scalar(0), onnx.scalar(top));
        code = onnx.node("Floor", code);
        code = onnx.node("Mul", code, onnx.scalar(2));
        return bordered(onnx, onnx.node("Sub", code, onnx.scalar(top)), range);
    }

    /** The layer's border ahead of it, of the level that stands for 0, or of the engine's own. */
    private String bordered(OnnxBuilder onnx, String level, ActivationRange range) {
        long[] pads = node.list("pads");
        if (!conv || pads == null || pads.length != 4 || Arrays.equals(pads, new long[4])) {
            return level;
        }
        Tensor all = Tensor.list(0, 0, pads[0], pads[1], 0, 0, pads[2], pads[3]);
        float border = exactBorder ? range.zeroLevel() : precision.top();
        return onnx.node("Pad", level, onnx.constant(all), onnx.scalar(border));
    }

    private String dot(OnnxBuilder onnx, String level, float[] signs) {
        if (!conv) {
            int[] turned = {weights.dims()[1], weights.dims()[0]};
            float[] values = new float[signs.length];
            for (int i = 0; i < values.length; i++) {
                values[i % turned[0] * turned[1] + i / turned[0]] = signs[i];
            }
            return onnx.node("MatMul", level, onnx.constant(Tensor.of(turned, values)));
        }
        Map<String, Object> attributes = new TreeMap<>(node.attributes());
        attributes.remove("pads");
        return onnx.node(
                "Conv", attributes, level, onnx.constant(Tensor.of(weights.dims(), signs)));
    }

    private static OnnxModel part(OnnxBuilder added) {
        OnnxValue none = new OnnxValue("none", 1);
        return added.model(17, none, none);
    }

    /** The added nodes ahead of this layer, or in its place. */
    private OnnxModel merged(OnnxModel current, OnnxModel added, boolean inPlace) {
        List<OnnxNode> nodes = new ArrayList<>();
        for (OnnxNode each : current.nodes()) {
            boolean here = each.outputs().contains(node.output());
            if (here) {
                nodes.addAll(added.nodes());
            }
            if (!here || !inPlace) {
                nodes.add(each);
            }
        }
        Map<String, Tensor> constants = new LinkedHashMap<>(current.constants());
        constants.putAll(added.constants());
        return new OnnxModel(
                nodes, constants, current.inputs(), current.outputs(), current.opset());
    }
}
