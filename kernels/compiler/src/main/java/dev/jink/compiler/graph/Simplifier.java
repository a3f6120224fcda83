package dev.jink.compiler.graph;

import dev.jink.compiler.onnx.OnnxException;
import dev.jink.compiler.onnx.OnnxModel;
import dev.jink.compiler.onnx.OnnxNode;
import dev.jink.compiler.onnx.OnnxValue;
import dev.jink.compiler.onnx.Tensor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A graph with its constants computed and without what changes nothing: identities, casts between
 * floats, and straight-through estimators, which exporters write as {@code (sign(x) - g) + g} with
 * whatever g gave the gradient.
 */
public final class Simplifier {
    private final OnnxModel model;
    private final Folder folder = new Folder();
    private final Map<String, Tensor> constants;
    private final Map<String, String> same = new HashMap<>();
    private final Map<String, OnnxNode> makers = new HashMap<>();
    private final List<OnnxNode> kept = new ArrayList<>();

    private Simplifier(OnnxModel model) {
        this.model = model;
        constants = new LinkedHashMap<>(model.constants());
    }

    /**
     * @throws OnnxException when nodes read what nobody has made before
     */
    public static OnnxModel simplify(OnnxModel model) {
        Simplifier simplifier = new Simplifier(model);
        simplifier.walk();
        return simplifier.result();
    }

    private void walk() {
        Set<String> known = new HashSet<>(constants.keySet());
        model.inputs().forEach(input -> known.add(input.name()));
        known.add("");
        for (OnnxNode node : model.nodes()) {
            for (String input : node.inputs()) {
                if (!known.contains(input)) {
                    throw node.error(
                            "input '" + input + "', which no node before it makes",
                            "nodes in the order in which they run",
                            "export it again");
                }
            }
            known.addAll(node.outputs());
            if (!node.outputs().isEmpty()) {
                take(node.reading(node.inputs().stream().map(this::original).toList()));
            }
        }
        for (OnnxValue output : model.outputs()) {
            if (!known.contains(output.name())) {
                throw new OnnxException(
                        "output '%s': got no node that makes it, wanted one: export it again"
                                .formatted(output.name()));
            }
        }
    }

    private void take(OnnxNode node) {
        String alias = alias(node);
        if (alias != null) {
            same.put(node.output(), alias);
            return;
        }
        List<Tensor> values = new ArrayList<>();
        boolean all = true;
        for (String input : node.inputs()) {
            values.add(constants.get(input));
            all &= input.isEmpty() || constants.containsKey(input);
        }
        if (all && node.outputs().size() == 1) {
            Tensor folded = folder.fold(node, values, model.opset());
            if (folded != null) {
                constants.put(node.output(), folded);
                return;
            }
        }
        node.outputs().forEach(output -> makers.put(output, node));
        kept.add(node);
    }

    private String original(String name) {
        return same.getOrDefault(name, name);
    }

    /** The value that this node gives back unchanged; null when there is none. */
    private String alias(OnnxNode node) {
        String first = node.input(0);
        if (first == null || constants.containsKey(first)) {
            return null;
        }
        return switch (node.op()) {
            case "Identity", "Dropout" -> first;
            case "Add" -> {
                String left = undone(first, node.input(1));
                yield left != null ? left : undone(node.input(1), first);
            }
            default -> null;
        };
    }

    /** a of a difference {@code a - b}, to which b is added again. */
    private String undone(String difference, String added) {
        OnnxNode maker = makers.get(difference);
        return maker != null
                        && maker.op().equals("Sub")
                        && maker.input(1) != null
                        && maker.input(1).equals(added)
                        && !constants.containsKey(added)
                ? maker.input(0)
                : null;
    }

    private OnnxModel result() {
        Set<String> needed = new HashSet<>();
        List<OnnxValue> outputs = new ArrayList<>();
        for (OnnxValue output : model.outputs()) {
            String name = original(output.name());
            outputs.add(new OnnxValue(name, output.type(), output.dims()));
            needed.add(name);
        }
        List<OnnxNode> used = new ArrayList<>();
        for (OnnxNode node : kept.reversed()) {
            if (node.outputs().stream().anyMatch(needed::contains)) {
                used.addFirst(node);
                needed.addAll(node.inputs());
            }
        }
        constants.keySet().retainAll(needed);
        return new OnnxModel(used, constants, model.inputs(), outputs, model.opset());
    }
}
