package dev.jink.compiler.graph;

import dev.jink.compiler.onnx.Tensor;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/** A constant's values taken together along some of its axes; in double, rounded at the end. */
final class Reduction {
    private Reduction() {}

    static Tensor mean(Tensor tensor, long[] axes, boolean keep) {
        Tensor sum = sum(tensor, axes, keep);
        float count = (float) tensor.elements() / Math.max(1, sum.elements());
        return Broadcast.floats(sum, Tensor.scalar(count), (a, b) -> a / b);
    }

    static Tensor sum(Tensor tensor, long[] axes, boolean keep) {
        return reduce(tensor, axes, keep, 0, Double::sum);
    }

    static Tensor max(Tensor tensor, long[] axes, boolean keep) {
        return reduce(tensor, axes, keep, Double.NEGATIVE_INFINITY, Math::max);
    }

    private static Tensor reduce(
            Tensor tensor, long[] axes, boolean keep, double start, DoubleBinaryOperator with) {
        int rank = tensor.dims().length;
        boolean[] over = new boolean[rank];
        if (axes == null || axes.length == 0) {
            Arrays.fill(over, true);
        } else {
            for (long axis : axes) {
                over[Rearranging.axis(axis, rank)] = true;
            }
        }
        int[] kept = tensor.dims().clone();
        for (int i = 0; i < rank; i++) {
            kept[i] = over[i] ? 1 : kept[i];
        }
        int[] strides = Rearranging.strides(kept);
        double[] values = new double[Tensor.elements(kept)];
        Arrays.fill(values, start);
        float[] x = tensor.floats();
        for (int i = 0; i < x.length; i++) {
            int rest = i;
            int to = 0;
            for (int axis = rank - 1; axis >= 0; axis--) {
                to += over[axis] ? 0 : rest % tensor.dims()[axis] * strides[axis];
                rest /= tensor.dims()[axis];
            }
            values[to] = with.applyAsDouble(values[to], x[i]);
        }
        float[] rounded = new float[values.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) values[i];
        }
        int[] dims = kept;
        if (!keep) {
            int[] left = new int[rank];
            int count = 0;
            for (int i = 0; i < rank; i++) {
                if (!over[i]) {
                    left[count++] = kept[i];
                }
            }
            dims = Arrays.copyOf(left, count);
        }
        return Tensor.of(dims, rounded);
    }
}
