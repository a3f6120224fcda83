package dev.jink.compiler.onnx;

import java.util.List;
import java.util.Map;

/**
 * One operator of a graph.
 *
 * @param name the layer's name, which may be empty
 * @param op such as {@code Conv}
 * @param domain empty for ONNX's own operators
 * @param inputs names of values; empty where an optional one is left out
 * @param outputs names of values
 * @param attributes by name: Long, Float, String, Tensor, long[] or float[]
 */
public record OnnxNode(
        String name,
        String op,
        String domain,
        List<String> inputs,
        List<String> outputs,
        Map<String, Object> attributes) {
    public OnnxNode {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        attributes = Map.copyOf(attributes);
    }

    /** The same operator reading other values. */
    public OnnxNode reading(List<String> values) {
        return new OnnxNode(name, op, domain, values, outputs, attributes);
    }

    /** How errors name it: {@code layer 'block1/conv' (Conv)}. */
    public String who() {
        String first = outputs.isEmpty() ? "?" : outputs.getFirst();
        String kind = domain.isEmpty() || domain.equals("ai.onnx") ? op : domain + "." + op;
        return "layer '%s' (%s)"
                .formatted(printable(name.isEmpty() ? first : name), printable(kind));
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    /** Complaint about this node. */
    public OnnxException error(String got, String wanted, String wayOut) {
        return new OnnxException("%s: got %s, wanted %s: %s".formatted(who(), got, wanted, wayOut));
    }

    /** An input that may be left out: null then. */
    public String input(int index) {
        return index < inputs.size() && !inputs.get(index).isEmpty() ? inputs.get(index) : null;
    }

    public String output() {
        if (outputs.isEmpty()) {
            throw error("no output", "one", "export it again");
        }
        return outputs.getFirst();
    }

    public long number(String attribute, long otherwise) {
        return attribute(attribute, Long.class, otherwise);
    }

    public float real(String attribute, float otherwise) {
        return attribute(attribute, Float.class, otherwise);
    }

    public String text(String attribute, String otherwise) {
        return attribute(attribute, String.class, otherwise);
    }

    /** A list of whole numbers; null when it is left out. */
    public long[] list(String attribute) {
        return attribute(attribute, long[].class, null);
    }

    public Tensor tensor(String attribute) {
        return attribute(attribute, Tensor.class, null);
    }

    private <T> T attribute(String attribute, Class<T> type, T otherwise) {
        Object value = attributes.get(attribute);
        if (value == null) {
            return otherwise;
        }
        if (!type.isInstance(value)) {
            throw error(
                    attribute + " of type " + value.getClass().getSimpleName(),
                    type.getSimpleName(),
                    "export it again");
        }
        return type.cast(value);
    }
}
