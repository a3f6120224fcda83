package dev.jink.compiler.graph;

import dev.jink.compiler.onnx.OnnxNode;
import dev.jink.compiler.onnx.Tensor;

import java.util.List;

/** Constants through QuantizeLinear and DequantizeLinear, per tensor or along one axis. */
final class Quantized {
    private Quantized() {}

    static Tensor dequantize(OnnxNode node, List<Tensor> in) {
        Tensor q = in.get(0);
        float[] scale = in.get(1).floats();
        float[] zero = zero(in);
        float[] values = q.floats();
        for (int i = 0; i < values.length; i++) {
            int k = index(node, q, i, scale.length);
            values[i] = (values[i] - at(zero, k)) * scale[k];
        }
        return Tensor.of(q.dims(), values);
    }

    static Tensor quantize(OnnxNode node, List<Tensor> in) {
        Tensor x = in.get(0);
        float[] scale = in.get(1).floats();
        float[] zero = zero(in);
        int type = in.size() > 2 && in.get(2) != null ? in.get(2).type() : Tensor.UINT8;
        if (type != Tensor.UINT8 && type != Tensor.INT8) {
            return null;
        }
        int low = type == Tensor.INT8 ? -128 : 0;
        float[] values = x.floats();
        long[] codes = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            int k = index(node, x, i, scale.length);
            double code = Math.rint(values[i] / scale[k]) + at(zero, k);
            codes[i] = (long) Math.clamp(code, low, low + 255);
        }
        return Tensor.whole(type, x.dims(), codes);
    }

    private static float[] zero(List<Tensor> in) {
        return in.size() > 2 && in.get(2) != null ? in.get(2).floats() : new float[1];
    }

    private static float at(float[] zero, int k) {
        return zero.length == 1 ? zero[0] : zero[k];
    }

    private static int index(OnnxNode node, Tensor tensor, int element, int scales) {
        if (scales == 1) {
            return 0;
        }
        int axis = Rearranging.axis(node.number("axis", 1), tensor.dims().length);
        return element / Rearranging.strides(tensor.dims())[axis] % tensor.dims()[axis];
    }
}
