package dev.jink.compiler.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A graph under construction, node by node in the order in which they run. One thread. */
public final class OnnxBuilder {
    private final List<OnnxNode> nodes = new ArrayList<>();
    private final Map<String, Tensor> constants = new LinkedHashMap<>();
    private int names;
    private String prefix = "";

    /** What the names of the nodes to come begin with, such as {@code layer3/}. */
    public OnnxBuilder in(String scope) {
        prefix = scope;
        return this;
    }

    /** A node of ONNX's own operators without attributes; gives its output's name. */
    public String node(String op, String... inputs) {
        return node(op, Map.of(), inputs);
    }

    /** A node of ONNX's own operators; gives its output's name. */
    public String node(String op, Map<String, Object> attributes, String... inputs) {
        String output = prefix + op.toLowerCase(java.util.Locale.ROOT) + "_" + names++;
        return node(op, "", List.of(inputs), output, attributes);
    }

    /** A node with everything about it said. */
    public String node(
            String op,
            String domain,
            List<String> inputs,
            String output,
            Map<String, Object> attributes) {
        nodes.add(new OnnxNode(output, op, domain, inputs, List.of(output), attributes));
        return output;
    }

    /** A constant under a name of its own. */
    public String constant(Tensor tensor) {
        return constant(prefix + "c_" + names++, tensor);
    }

    public String constant(String name, Tensor tensor) {
        constants.put(name, tensor);
        return name;
    }

    public String scalar(float value) {
        return constant(Tensor.scalar(value));
    }

    /** One value for each channel of an NCHW tensor: {@code [c][1][1]}. */
    public String channels(float... values) {
        return constant(Tensor.of(new int[] {values.length, 1, 1}, values));
    }

    public OnnxModel model(int opset, OnnxValue input, OnnxValue output) {
        return new OnnxModel(nodes, constants, List.of(input), List.of(output), opset);
    }
}
