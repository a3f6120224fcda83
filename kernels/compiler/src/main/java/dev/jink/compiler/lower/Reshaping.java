package dev.jink.compiler.lower;

import dev.jink.compiler.graph.Folder;
import dev.jink.compiler.onnx.OnnxNode;
import dev.jink.compiler.onnx.Tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Nodes that only say how a value lies: the engine's lies as it always does. */
final class Reshaping {
    private Reshaping() {}

    static Flow lower(Arguments arguments) {
        Flow.Live x = arguments.first();
        OnnxNode node = arguments.node();
        Axes axes;
        if (node.op().equals("Transpose")) {
            long[] order = node.list("perm");
            axes = order == null ? null : x.axes().transposed(order);
        } else {
            axes = x.axes().reshaped(x.shape(), dims(arguments, x));
        }
        if (axes == null) {
            throw node.error(
                    "%s (%s) that is split or mixed".formatted(Arrays.toString(x.dims()), x.axes()),
                    "whole axes, merged or moved",
                    "keep height, width and channels apart");
        }
        return x.under(axes);
    }

    /** The sides it asks for, found on a constant of the same shape. */
    private static int[] dims(Arguments arguments, Flow.Live x) {
        List<Tensor> inputs = new ArrayList<>(arguments.constants());
        // Bytes, so that a large picture costs little.
        inputs.set(0, new Tensor(Tensor.INT8, x.dims(), new byte[x.shape().elements()]));
        OnnxNode node = arguments.node();
        Tensor shaped = new Folder().fold(node, inputs, arguments.opset());
        if (shaped == null) {
            throw node.error(
                    "sides that do not fit " + Arrays.toString(x.dims()),
                    "as many elements",
                    "export it with a batch of 1");
        }
        return shaped.dims();
    }
}
