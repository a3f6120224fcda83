package dev.jink.compiler.graph;

import dev.jink.compiler.onnx.Tensor;

import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

/** Two or three constants, element by element, under ONNX's (numpy's) broadcasting. */
final class Broadcast {
    private final int[] dims;

    private Broadcast(int[] dims) {
        this.dims = dims;
    }

    /** The sides that both stretch to; null when they do not fit. */
    static int[] dims(int[] a, int[] b) {
        int[] dims = new int[Math.max(a.length, b.length)];
        for (int i = 0; i < dims.length; i++) {
            int left = side(a, dims.length, i);
            int right = side(b, dims.length, i);
            if (left != right && left != 1 && right != 1) {
                return null;
            }
            dims[i] = left == 1 ? right : left;
        }
        Tensor.elements(dims);
        return dims;
    }

    private static int side(int[] dims, int rank, int axis) {
        int own = axis - (rank - dims.length);
        return own < 0 ? 1 : dims[own];
    }

    /** One float32 operation on each pair; null when the shapes do not fit. */
    static Tensor floats(Tensor a, Tensor b, DoubleBinaryOperator operation) {
        int[] dims = dims(a.dims(), b.dims());
        if (dims == null) {
            return null;
        }
        Broadcast shape = new Broadcast(dims);
        float[] x = shape.stretch(a);
        float[] y = shape.stretch(b);
        for (int i = 0; i < x.length; i++) {
            // Double, rounded once, is what float32 gives for + - * /.
            x[i] = (float) operation.applyAsDouble(x[i], y[i]);
        }
        return Tensor.of(dims, x);
    }

    /** One operation on each pair of whole numbers; null when the shapes do not fit. */
    static Tensor integers(Tensor a, Tensor b, int type, LongBinaryOperator operation) {
        int[] dims = dims(a.dims(), b.dims());
        if (dims == null) {
            return null;
        }
        Broadcast shape = new Broadcast(dims);
        long[] x = a.integers();
        long[] y = b.integers();
        int[] ofA = shape.indices(a.dims());
        int[] ofB = shape.indices(b.dims());
        long[] values = new long[ofA.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = operation.applyAsLong(x[ofA[i]], y[ofB[i]]);
        }
        return Tensor.whole(type, dims, values);
    }

    /** One comparison of each pair, as booleans; null when the shapes do not fit. */
    static Tensor compare(Tensor a, Tensor b, DoubleBinaryOperator operation) {
        Tensor floats = floats(a, b, operation);
        return floats == null ? null : Tensor.whole(Tensor.BOOL, floats.dims(), floats.integers());
    }

    /** A tensor stretched to given sides; null when it does not fit them. */
    static Tensor expand(Tensor a, int[] to) {
        int[] dims = dims(a.dims(), to);
        if (dims == null) {
            return null;
        }
        return Rearranging.pick(a, dims, new Broadcast(dims).indices(a.dims()));
    }

    private float[] stretch(Tensor tensor) {
        float[] values = tensor.floats();
        int[] from = indices(tensor.dims());
        float[] stretched = new float[from.length];
        for (int i = 0; i < stretched.length; i++) {
            stretched[i] = values[from[i]];
        }
        return stretched;
    }

    /** For each element of the stretched tensor, where it lies in one of sides {@code own}. */
    private int[] indices(int[] own) {
        int[] indices = new int[Tensor.elements(dims)];
        for (int i = 0; i < indices.length; i++) {
            int rest = i;
            int stride = 1;
            for (int axis = dims.length - 1; axis >= 0; axis--) {
                int at = rest % dims[axis];
                rest /= dims[axis];
                int side = side(own, dims.length, axis);
                indices[i] += side == 1 ? 0 : at * stride;
                stride *= side;
            }
        }
        return indices;
    }
}
