package dev.jink.compiler.onnx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A graph with its constants.
 *
 * @param nodes in the order in which they can be run
 * @param constants by name
 * @param inputs those that are no constants
 * @param opset version of ONNX's own operators
 */
public record OnnxModel(
        List<OnnxNode> nodes,
        Map<String, Tensor> constants,
        List<OnnxValue> inputs,
        List<OnnxValue> outputs,
        long opset) {
    public OnnxModel {
        nodes = List.copyOf(nodes);
        constants = new LinkedHashMap<>(constants);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** The same graph with other values for outputs, shapes left open. */
    public OnnxModel giving(List<OnnxValue> values) {
        return new OnnxModel(nodes, constants, inputs, values, opset);
    }
}
