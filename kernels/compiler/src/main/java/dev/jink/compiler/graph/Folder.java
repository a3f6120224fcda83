package dev.jink.compiler.graph;

import dev.jink.compiler.onnx.OnnxException;
import dev.jink.compiler.onnx.OnnxNode;
import dev.jink.compiler.onnx.Tensor;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;

/**
 * Nodes that read constants alone, computed: the ways in which exporters write weights down (signs,
 * scales, quantization steps) and shapes. Float arithmetic is float32, as where it will run.
 */
public final class Folder {
    private static final long MOST_ELEMENTS = 1L << 28;
    private long elements;

    /**
     * The node's first output; null when it is not one of these operators.
     *
     * @param inputs constants, null where one is left out
     * @throws OnnxException when its inputs do not fit it
     */
    public Tensor fold(OnnxNode node, List<Tensor> inputs, long opset) {
        Tensor result;
        try {
            result = compute(node, inputs, opset);
        } catch (IndexOutOfBoundsException
                | NoSuchElementException
                | NullPointerException
                | ArithmeticException e) {
            throw node.error(
                    "constants that do not fit it", "what ONNX asks for", "export it again");
        } catch (OnnxException e) {
            throw new OnnxException(node.who() + ": " + e.getMessage());
        }
        if (result != null && (elements += result.elements()) > MOST_ELEMENTS) {
            throw node.error(
                    "constants that grow past " + MOST_ELEMENTS + " elements",
                    "fewer",
                    "let the exporter fold them");
        }
        return result;
    }

    private static Tensor compute(OnnxNode node, List<Tensor> in, long opset) {
        return switch (node.op()) {
            case "Constant" -> constant(node);
            case "ConstantOfShape" -> constantOfShape(node, in.getFirst());
            case "Identity", "Dropout" -> in.getFirst();
            case "Cast" -> cast(in.getFirst(), (int) node.number("to", Tensor.FLOAT));
            case "CastLike" -> cast(in.getFirst(), in.get(1).type());
            case "Add" -> binary(in, (a, b) -> a + b, Math::addExact);
            case "Sub" -> binary(in, (a, b) -> a - b, Math::subtractExact);
            case "Mul" -> binary(in, (a, b) -> a * b, Math::multiplyExact);
            case "Div" -> binary(in, (a, b) -> a / b, (a, b) -> a / b);
            case "Max" -> in.size() == 2 ? binary(in, Math::max, Math::max) : null;
            case "Min" -> in.size() == 2 ? binary(in, Math::min, Math::min) : null;
            case "Pow" -> Broadcast.floats(in.get(0), in.get(1), Math::pow);
            case "Less" -> compare(in, (a, b) -> a < b ? 1 : 0);
            case "LessOrEqual" -> compare(in, (a, b) -> a <= b ? 1 : 0);
            case "Greater" -> compare(in, (a, b) -> a > b ? 1 : 0);
            case "GreaterOrEqual" -> compare(in, (a, b) -> a >= b ? 1 : 0);
            case "Equal" -> compare(in, (a, b) -> a == b ? 1 : 0);
            case "And" -> compare(in, (a, b) -> a != 0 && b != 0 ? 1 : 0);
            case "Or" -> compare(in, (a, b) -> a != 0 || b != 0 ? 1 : 0);
            case "Where" -> where(in.get(0), in.get(1), in.get(2));
            case "PRelu" ->
                    Broadcast.floats(in.get(0), in.get(1), (x, slope) -> x < 0 ? slope * x : x);
            case "Sign" -> unary(in.getFirst(), Math::signum);
            case "Neg" -> unary(in.getFirst(), x -> -x);
            case "Abs" -> unary(in.getFirst(), Math::abs);
            case "Sqrt" -> unary(in.getFirst(), Math::sqrt);
            case "Exp" -> unary(in.getFirst(), Math::exp);
            case "Tanh" -> unary(in.getFirst(), Math::tanh);
            case "Reciprocal" -> unary(in.getFirst(), x -> 1 / x);
            case "Round" -> unary(in.getFirst(), Math::rint);
            case "Floor" -> unary(in.getFirst(), Math::floor);
            case "Ceil" -> unary(in.getFirst(), Math::ceil);
            case "Relu" -> unary(in.getFirst(), x -> Math.max(x, 0));
            case "Not" -> cast(unary(in.getFirst(), x -> x == 0 ? 1 : 0), Tensor.BOOL);
            case "Clip" -> clip(node, in);
            case "Shape" -> shape(in.getFirst());
            case "Size" -> Tensor.whole(Tensor.INT64, new int[0], in.getFirst().elements());
            case "Reshape" ->
                    shaped(
                            in.getFirst(),
                            Rearranging.reshaped(in.getFirst().dims(), in.get(1).integers()));
            case "Flatten" -> flatten(in.getFirst(), node.number("axis", 1));
            case "Transpose" -> Rearranging.transpose(in.getFirst(), node.list("perm"));
            case "Squeeze" ->
                    shaped(
                            in.getFirst(),
                            Rearranging.squeezed(in.getFirst().dims(), axes(node, in, 1)));
            case "Unsqueeze" ->
                    shaped(
                            in.getFirst(),
                            Rearranging.unsqueezed(in.getFirst().dims(), axes(node, in, 1)));
            case "Concat" -> Rearranging.concat(in, node.number("axis", 0));
            case "Gather" -> Rearranging.gather(in.get(0), in.get(1), node.number("axis", 0));
            case "Slice" -> slice(node, in, opset);
            case "Expand" -> Broadcast.expand(in.get(0), sides(in.get(1).integers()));
            case "ReduceMean" -> Reduction.mean(in.getFirst(), axes(node, in, 1), keeps(node));
            case "ReduceSum" -> Reduction.sum(in.getFirst(), axes(node, in, 1), keeps(node));
            case "ReduceMax" -> Reduction.max(in.getFirst(), axes(node, in, 1), keeps(node));
            case "DequantizeLinear" -> Quantized.dequantize(node, in);
            case "QuantizeLinear" -> Quantized.quantize(node, in);
            default -> null;
        };
    }

    private static boolean keeps(OnnxNode node) {
        return node.number("keepdims", 1) != 0;
    }

    private static Tensor constant(OnnxNode node) {
        for (Object value : node.attributes().values()) {
            switch (value) {
                case Tensor tensor -> {
                    return tensor;
                }
                case Float real -> {
                    return Tensor.scalar(real);
                }
                case Long number -> {
                    return Tensor.whole(Tensor.INT64, new int[0], number);
                }
                case long[] numbers -> {
                    return Tensor.list(numbers);
                }
                case float[] reals -> {
                    return Tensor.of(new int[] {reals.length}, reals);
                }
                default -> {}
            }
        }
        return null;
    }

    private static Tensor constantOfShape(OnnxNode node, Tensor shape) {
        Tensor value = node.tensor("value");
        return Broadcast.expand(
                value == null ? Tensor.scalar(0) : value.shaped(), sides(shape.integers()));
    }

    private static int[] sides(long[] values) {
        int[] sides = new int[values.length];
        for (int i = 0; i < sides.length; i++) {
            sides[i] = Math.toIntExact(values[i]);
        }
        Tensor.elements(sides);
        return sides;
    }

    private static Tensor cast(Tensor tensor, int to) {
        return switch (to) {
            case Tensor.FLOAT, Tensor.DOUBLE, Tensor.FLOAT16, Tensor.BFLOAT16 ->
                    Tensor.of(tensor.dims(), tensor.floats());
            case Tensor.BOOL -> {
                float[] values = tensor.floats();
                long[] bits = new long[values.length];
                for (int i = 0; i < bits.length; i++) {
                    bits[i] = values[i] != 0 ? 1 : 0;
                }
                yield Tensor.whole(Tensor.BOOL, tensor.dims(), bits);
            }
            default -> Tensor.whole(to, tensor.dims(), tensor.integers());
        };
    }

    private static Tensor binary(
            List<Tensor> in, DoubleBinaryOperator floats, LongBinaryOperator integers) {
        Tensor a = in.get(0);
        Tensor b = in.get(1);
        return a.isFloating() || b.isFloating()
                ? Broadcast.floats(a, b, floats)
                : Broadcast.integers(a, b, a.type(), integers);
    }

    private static Tensor compare(List<Tensor> in, DoubleBinaryOperator floats) {
        return Broadcast.compare(in.get(0), in.get(1), floats);
    }

    private static Tensor where(Tensor condition, Tensor yes, Tensor no) {
        Tensor left = Broadcast.floats(condition, yes, (c, x) -> c != 0 ? x : 0);
        Tensor right = Broadcast.floats(condition, no, (c, x) -> c != 0 ? 0 : x);
        Tensor sum = Broadcast.floats(left, right, (a, b) -> a + b);
        return cast(sum, yes.type());
    }

    private static Tensor unary(Tensor tensor, DoubleUnaryOperator operation) {
        float[] values = tensor.floats();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) operation.applyAsDouble(values[i]);
        }
        return cast(Tensor.of(tensor.dims(), values), tensor.type());
    }

    private static Tensor clip(OnnxNode node, List<Tensor> in) {
        float low =
                in.size() > 1 && in.get(1) != null
                        ? in.get(1).floats()[0]
                        : node.real("min", Float.NEGATIVE_INFINITY);
        float high =
                in.size() > 2 && in.get(2) != null
                        ? in.get(2).floats()[0]
                        : node.real("max", Float.POSITIVE_INFINITY);
        return unary(in.getFirst(), x -> Math.min(Math.max(x, low), high));
    }

    private static Tensor shape(Tensor tensor) {
        int[] dims = tensor.dims();
        long[] sides = new long[dims.length];
        for (int i = 0; i < sides.length; i++) {
            sides[i] = dims[i];
        }
        return Tensor.list(sides);
    }

    private static Tensor shaped(Tensor tensor, int[] dims) {
        return dims == null ? null : tensor.shaped(dims);
    }

    private static Tensor flatten(Tensor tensor, long axisNumber) {
        int axis = (int) (axisNumber < 0 ? axisNumber + tensor.dims().length : axisNumber);
        int outer = 1;
        for (int i = 0; i < axis; i++) {
            outer *= tensor.dims()[i];
        }
        return tensor.shaped(outer, tensor.elements() / Math.max(1, outer));
    }

    /** Axes, which older exporters give as an attribute and newer ones as an input. */
    public static long[] axes(OnnxNode node, List<Tensor> in, int index) {
        return in.size() > index && in.get(index) != null
                ? in.get(index).integers()
                : node.list("axes");
    }

    private static Tensor slice(OnnxNode node, List<Tensor> in, long opset) {
        if (opset < 10) {
            return Rearranging.slice(
                    in.getFirst(), node.list("starts"), node.list("ends"), node.list("axes"), null);
        }
        long[] axes = in.size() > 3 && in.get(3) != null ? in.get(3).integers() : null;
        long[] steps = in.size() > 4 && in.get(4) != null ? in.get(4).integers() : null;
        return Rearranging.slice(
                in.getFirst(), in.get(1).integers(), in.get(2).integers(), axes, steps);
    }
}
