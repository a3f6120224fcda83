package dev.jink.compiler.graph;

import dev.jink.compiler.onnx.OnnxException;
import dev.jink.compiler.onnx.Tensor;

import java.util.Arrays;
import java.util.List;

/** Constants under other sides, in another order, in part or side by side. */
final class Rearranging {
    private Rearranging() {}

    /** Elements {@code from[i]} of a tensor. */
    static Tensor pick(Tensor tensor, int[] dims, int[] from) {
        int width = tensor.elements() == 0 ? 0 : tensor.bytes().length / tensor.elements();
        byte[] bytes = new byte[from.length * width];
        for (int i = 0; i < from.length; i++) {
            System.arraycopy(tensor.bytes(), from[i] * width, bytes, i * width, width);
        }
        return new Tensor(tensor.type(), dims, bytes);
    }

    static Tensor transpose(Tensor tensor, long[] order) {
        int rank = tensor.dims().length;
        int[] axes = new int[rank];
        for (int i = 0; i < rank; i++) {
            axes[i] = order == null ? rank - 1 - i : axis(order[i], rank);
        }
        int[] strides = strides(tensor.dims());
        int[] dims = new int[rank];
        for (int i = 0; i < rank; i++) {
            dims[i] = tensor.dims()[axes[i]];
        }
        int[] from = new int[Tensor.elements(dims)];
        for (int i = 0; i < from.length; i++) {
            int rest = i;
            for (int axis = rank - 1; axis >= 0; axis--) {
                from[i] += rest % dims[axis] * strides[axes[axis]];
                rest /= dims[axis];
            }
        }
        return pick(tensor, dims, from);
    }

    static int[] strides(int[] dims) {
        int[] strides = new int[dims.length];
        int stride = 1;
        for (int i = dims.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= dims[i];
        }
        return strides;
    }

    /** 0 to rank − 1, negative ones counted from the end. */
    static int axis(long axis, int rank) {
        long positive = axis < 0 ? axis + rank : axis;
        if (positive < 0 || positive >= rank) {
            throw new OnnxException(
                    "got axis %d, wanted one of %d: export it again".formatted(axis, rank));
        }
        return (int) positive;
    }

    /** The sides that a Reshape asks for: 0 copies, −1 takes what is left. */
    static int[] reshaped(int[] dims, long[] wanted) {
        int[] result = new int[wanted.length];
        int open = -1;
        long known = 1;
        for (int i = 0; i < result.length; i++) {
            if (wanted[i] == -1) {
                open = i;
                continue;
            }
            long side = wanted[i] == 0 && i < dims.length ? dims[i] : wanted[i];
            if (side < 0 || side > Tensor.MAX_ELEMENTS || known * side > Tensor.MAX_ELEMENTS) {
                return null;
            }
            result[i] = (int) side;
            known *= side;
        }
        int elements = Tensor.elements(dims);
        if (open >= 0) {
            if (known == 0 || elements % known != 0) {
                return null;
            }
            result[open] = (int) (elements / known);
        }
        return Tensor.elements(result) == elements ? result : null;
    }

    static int[] squeezed(int[] dims, long[] axes) {
        boolean[] drop = new boolean[dims.length];
        if (axes == null) {
            for (int i = 0; i < dims.length; i++) {
                drop[i] = dims[i] == 1;
            }
        } else {
            for (long axis : axes) {
                drop[axis(axis, dims.length)] = true;
            }
        }
        int[] result = new int[dims.length];
        int count = 0;
        for (int i = 0; i < dims.length; i++) {
            if (!drop[i]) {
                result[count++] = dims[i];
            }
        }
        return Arrays.copyOf(result, count);
    }

    static int[] unsqueezed(int[] dims, long[] axes) {
        int rank = dims.length + axes.length;
        boolean[] added = new boolean[rank];
        for (long axis : axes) {
            added[axis(axis, rank)] = true;
        }
        int[] result = new int[rank];
        int next = 0;
        for (int i = 0; i < rank; i++) {
            result[i] = added[i] || next >= dims.length ? 1 : dims[next++];
        }
        return result;
    }

    static Tensor concat(List<Tensor> parts, long axisNumber) {
        Tensor first = parts.getFirst();
        int axis = axis(axisNumber, first.dims().length);
        int[] dims = first.dims().clone();
        dims[axis] = 0;
        for (Tensor part : parts) {
            if (part.type() != first.type() || part.dims().length != dims.length) {
                return null;
            }
            dims[axis] += part.dims()[axis];
        }
        int outer = Tensor.elements(Arrays.copyOf(dims, axis));
        byte[] bytes = new byte[parts.stream().mapToInt(part -> part.bytes().length).sum()];
        int at = 0;
        for (int i = 0; i < outer; i++) {
            for (Tensor part : parts) {
                int length = part.bytes().length / outer;
                System.arraycopy(part.bytes(), i * length, bytes, at, length);
                at += length;
            }
        }
        return new Tensor(first.type(), dims, bytes);
    }

    /** Elements of one axis, in the order of {@code indices}, whose sides take that axis's place. */
    static Tensor gather(Tensor tensor, Tensor indices, long axisNumber) {
        int[] in = tensor.dims();
        int axis = axis(axisNumber, in.length);
        int[] dims = new int[in.length - 1 + indices.dims().length];
        System.arraycopy(in, 0, dims, 0, axis);
        System.arraycopy(indices.dims(), 0, dims, axis, indices.dims().length);
        int behind = in.length - axis - 1;
        System.arraycopy(in, axis + 1, dims, dims.length - behind, behind);
        long[] which = indices.integers();
        int inner = strides(in)[axis];
        int[] from = new int[Tensor.elements(dims)];
        for (int i = 0; i < from.length; i++) {
            int index = axis(which[i / inner % which.length], in[axis]);
            from[i] = (i / inner / which.length * in[axis] + index) * inner + i % inner;
        }
        return pick(tensor, dims, from);
    }

    static Tensor slice(Tensor tensor, long[] starts, long[] ends, long[] axes, long[] steps) {
        Tensor result = tensor;
        for (int i = 0; i < starts.length; i++) {
            int rank = tensor.dims().length;
            int axis = axes == null ? i : axis(axes[i], rank);
            long side = result.dims()[axis];
            long step = steps == null ? 1 : steps[i];
            if (step < 1) {
                return null;
            }
            long start = bound(starts[i], side);
            long end = bound(ends[i], side);
            int count = (int) Math.max(0, (end - start + step - 1) / step);
            long[] which = new long[count];
            for (int k = 0; k < count; k++) {
                which[k] = start + k * step;
            }
            if (count == 0) {
                int[] none = result.dims().clone();
                none[axis] = 0;
                return new Tensor(tensor.type(), none, new byte[0]);
            }
            result = gather(result, Tensor.list(which), axis);
        }
        return result;
    }

    private static long bound(long index, long side) {
        return Math.clamp(index < 0 ? Math.max(index, -side) + side : index, 0, side);
    }
}
