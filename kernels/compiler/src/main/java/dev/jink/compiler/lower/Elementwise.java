package dev.jink.compiler.lower;

import dev.jink.compiler.lower.Flow.Live;
import dev.jink.compiler.onnx.OnnxNode;
import dev.jink.compiler.onnx.Tensor;

import java.util.Arrays;
import java.util.List;

/** Nodes that change each value by itself. */
final class Elementwise {
    private Elementwise() {}

    static Flow lower(Arguments a) {
        OnnxNode node = a.node();
        return switch (node.op()) {
            case "Add" -> after(a.live().getFirst(), Op.add(node, constant(a)));
            case "Sub" -> sub(a);
            case "Mul" -> after(a.live().getFirst(), Op.mul(node, constant(a)));
            case "Div" -> div(a);
            case "Neg" -> after(a.first(), Op.mul(node, -1));
            case "Relu" -> after(a.first(), Op.prelu(node, 0));
            case "LeakyRelu" -> after(a.first(), Op.prelu(node, node.real("alpha", 0.01f)));
            case "PRelu" -> after(a.first(), Op.prelu(node, a.channels(a.constant(1), a.first())));
            case "Clip" -> clip(a);
            case "Round" -> after(a.first(), Op.whole(node, Op.Kind.ROUND));
            case "Floor" -> after(a.first(), Op.whole(node, Op.Kind.FLOOR));
            case "Sign" -> after(a.first(), Op.step(node, new float[] {0}, false, -1, 1));
            case "Less" -> compare(a, false, false);
            case "LessOrEqual" -> compare(a, true, false);
            case "Greater" -> compare(a, true, true);
            case "GreaterOrEqual" -> compare(a, false, true);
            case "Not" -> after(after(a.first(), Op.mul(node, -1)), Op.add(node, 1));
            case "Where" -> where(a);
            case "Cast", "CastLike" -> cast(a);
            case "BatchNormalization" -> batchNorm(a);
            case "Pad" -> pad(a);
            case "QuantizeLinear" -> quantize(a);
            case "DequantizeLinear" ->
                    after(after(a.first(), Op.add(node, -zeroPoint(a))), Op.mul(node, a.scalar(1)));
            case "Softmax", "Sigmoid", "LogSoftmax" ->
                    throw node.error(
                            "a squashing function",
                            "the values before it, which rank alike",
                            "export the network without it");
            default -> throw a.unsupported();
        };
    }

    /** A step behind a value; what is certain to change nothing, or known already, is folded. */
    static Live after(Live x, Op op) {
        Op last = x.last();
        if (last != null && last.kind() == Op.Kind.PAD && op.values().length <= 1) {
            // The border keeps its place in front of the convolution, with what this makes of it.
            float border = op.apply(last.low());
            Op pad = new Op(Op.Kind.PAD, last.values(), border, border, false, last.at());
            return after(x.with(x.ops().subList(0, x.ops().size() - 1)), op).then(pad);
        }
        boolean none =
                switch (op.kind()) {
                    case ROUND, FLOOR -> x.ops().isEmpty() && isWhole(x.base());
                    case ADD -> op.isScalar() && op.values()[0] == 0 && x.isQuantized();
                    default -> false;
                };
        return none ? x : x.with(Quantizing.folded(x.ops(), op));
    }

    private static boolean isWhole(Base base) {
        return switch (base) {
            case Base.Binary(BinaryDot dot) -> dot.isWhole();
            case Base.Input(InputDot dot) -> dot.whole();
            case Base.Eight eight -> true;
            default -> false;
        };
    }

    /** The constant among two inputs, stretched over the other. */
    private static float[] constant(Arguments a) {
        Tensor tensor = a.constants().get(0) == null ? a.constants().get(1) : a.constants().get(0);
        if (tensor == null) {
            throw a.node()
                    .error(
                            "two computed values",
                            "a constant, or a sum of two values",
                            "scale by constants only");
        }
        return a.channels(tensor, a.live().getFirst());
    }

    private static Flow sub(Arguments a) {
        float[] constant = constant(a);
        Live x = a.live().getFirst();
        return a.constants().get(1) != null
                ? after(x, Op.add(a.node(), Arguments.negative(constant)))
                : after(after(x, Op.mul(a.node(), -1)), Op.add(a.node(), constant));
    }

    private static Flow div(Arguments a) {
        float[] by = constant(a).clone();
        if (a.constants().get(1) == null) {
            throw a.unsupported();
        }
        for (int c = 0; c < by.length; c++) {
            if (by[c] == 0) {
                throw a.node().error("a division by 0", "another number", "check the export");
            }
            by[c] = 1 / by[c];
        }
        return after(a.first(), Op.mul(a.node(), by));
    }

    private static Flow clip(Arguments a) {
        OnnxNode node = a.node();
        float low = a.optional(1) != null ? a.scalar(1) : node.real("min", Float.NEGATIVE_INFINITY);
        float high =
                a.optional(2) != null ? a.scalar(2) : node.real("max", Float.POSITIVE_INFINITY);
        return low == 0 && high == Float.POSITIVE_INFINITY
                ? after(a.first(), Op.prelu(node, 0))
                : after(a.first(), Op.clip(node, low, high));
    }

    private static Flow compare(Arguments a, boolean strict, boolean above) {
        Live x = a.live().getFirst();
        float[] threshold = constant(a);
        boolean reversed = a.constants().get(1) == null;
        // c < x is x > c: strictness stays with the side on which equality lies.
        boolean up = above != reversed;
        boolean equalIsBelow = reversed ? !strict : strict;
        return after(x, Op.step(a.node(), threshold, equalIsBelow, up ? 0 : 1, up ? 1 : 0));
    }

    private static Flow where(Arguments a) {
        Live condition = a.first();
        Op step = condition.last();
        if (a.constants().get(1) == null
                || a.constants().get(2) == null
                || step == null
                || step.kind() != Op.Kind.STEP) {
            throw a.node()
                    .error(
                            "a choice between computed values",
                            "one between two constants by a comparison, such as x < 0 ? -1 : 1",
                            "write activations as PRelu");
        }
        float yes = single(a, 1);
        float no = single(a, 2);
        Op chosen =
                Op.step(
                        a.node(),
                        step.values(),
                        step.strict(),
                        step.low() != 0 ? yes : no,
                        step.high() != 0 ? yes : no);
        List<Op> before = condition.ops().subList(0, condition.ops().size() - 1);
        return condition.with(before).then(chosen);
    }

    private static float single(Arguments a, int index) {
        float[] values = a.channels(a.constant(index), a.first());
        for (float value : values) {
            if (value != values[0]) {
                throw a.node()
                        .error(
                                "another value for each channel",
                                "one for all",
                                "scale behind the convolution");
            }
        }
        return values[0];
    }

    private static Flow cast(Arguments a) {
        int to = a.node().op().equals("Cast") ? (int) a.node().number("to", 1) : Tensor.FLOAT;
        boolean keeps =
                to == Tensor.FLOAT
                        || to == Tensor.DOUBLE
                        || to == Tensor.FLOAT16
                        || to == Tensor.BFLOAT16
                        || a.first().isQuantized();
        if (!keeps && !(a.first().base() instanceof Base.Picture)) {
            throw a.node()
                    .error(
                            "real numbers cut off to element type " + to,
                            "a Round or Floor with a Clip",
                            "write the quantizer so");
        }
        return a.first();
    }

    private static Flow batchNorm(Arguments a) {
        Live x = a.first();
        int channels = x.shape().channels();
        float[] gamma = a.constant(1).floats();
        float[] beta = a.constant(2).floats();
        float[] mean = a.constant(3).floats();
        float[] variance = a.constant(4).floats();
        if (x.axes().of(x.shape(), 'C') != 1
                || gamma.length != channels
                || beta.length != channels
                || mean.length != channels
                || variance.length != channels) {
            throw a.node()
                    .error(
                            gamma.length + " numbers for " + channels + " channels",
                            "one for each channel on axis 1",
                            "export it again");
        }
        double epsilon = a.node().real("epsilon", 1e-5f);
        float[] by = new float[channels];
        float[] plus = new float[channels];
        for (int c = 0; c < channels; c++) {
            double scale = gamma[c] / Math.sqrt(variance[c] + epsilon);
            by[c] = (float) scale;
            plus[c] = (float) (beta[c] - mean[c] * scale);
        }
        return after(after(x, Op.mul(a.node(), by)), Op.add(a.node(), plus));
    }

    /** A border; which value it has is for the convolution behind it to look at. */
    private static Flow pad(Arguments a) {
        OnnxNode node = a.node();
        Live x = a.first();
        long[] pads = a.optional(1) == null ? node.list("pads") : a.constant(1).integers();
        float value = a.optional(2) == null ? node.real("value", 0) : a.scalar(2);
        int rank = x.dims().length;
        int high = x.axes().of(x.shape(), 'H');
        int wide = x.axes().of(x.shape(), 'W');
        boolean spatial = pads != null && pads.length == 2 * rank && a.optional(3) == null;
        float[] sides = new float[4];
        for (int i = 0; spatial && i < 2 * rank; i++) {
            int axis = i % rank;
            spatial =
                    pads[i] == 0 || pads[i] > 0 && pads[i] <= 64 && (axis == high || axis == wide);
            if (pads[i] > 0) {
                sides[(axis == high ? 0 : 1) + (i < rank ? 0 : 2)] = pads[i];
            }
        }
        if (!spatial || !node.text("mode", "constant").equals("constant")) {
            throw node.error(
                    "a border of mode %s and sides %s"
                            .formatted(node.text("mode", "constant"), Arrays.toString(pads)),
                    "a constant one of height and width",
                    "let the convolution pad");
        }
        if (Slots.isZero(sides)) {
            return x;
        }
        return x.then(new Op(Op.Kind.PAD, sides, value, value, false, node));
    }

    private static Flow quantize(Arguments a) {
        OnnxNode node = a.node();
        Tensor zero = a.optional(2);
        int type = zero == null ? Tensor.UINT8 : zero.type();
        if (type != Tensor.UINT8 && type != Tensor.INT8) {
            throw node.error("element type " + type, "int8 or uint8", "quantize to 8 bits or less");
        }
        Live x = after(a.first(), Op.mul(node, 1 / a.scalar(1)));
        x = after(x, Op.whole(node, Op.Kind.ROUND));
        x = after(x, Op.add(node, zeroPoint(a)));
        int low = type == Tensor.INT8 ? -128 : 0;
        return after(x, Op.clip(node, low, low + 255));
    }

    private static float zeroPoint(Arguments a) {
        return a.optional(2) == null ? 0 : a.scalar(2);
    }
}
