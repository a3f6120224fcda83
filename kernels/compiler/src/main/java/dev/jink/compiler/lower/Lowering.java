package dev.jink.compiler.lower;

import dev.jink.compiler.graph.Folder;
import dev.jink.compiler.graph.Simplifier;
import dev.jink.compiler.lower.Flow.Broken;
import dev.jink.compiler.lower.Flow.Fixed;
import dev.jink.compiler.lower.Flow.Live;
import dev.jink.compiler.onnx.OnnxException;
import dev.jink.compiler.onnx.OnnxModel;
import dev.jink.compiler.onnx.OnnxNode;
import dev.jink.compiler.onnx.OnnxValue;
import dev.jink.compiler.onnx.Tensor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * From an ONNX graph to a model of the engine. A node that has no counterpart is named only when the
 * output depends on it: what exporters leave behind for gradients does not matter.
 */
public final class Lowering {
    private final OnnxModel graph;
    private final Layers layers = new Layers();
    private final Realizer realizer = new Realizer(layers);
    private final Quantizing quantizing = new Quantizing(realizer);
    private final Convolutions convolutions = new Convolutions(layers, realizer, quantizing);
    private final Resampling resampling = new Resampling(layers, realizer);
    private final Joining joining = new Joining(layers, realizer);
    private final Folder folder = new Folder();
    private final Map<String, Flow> values = new HashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();

    private Lowering(OnnxModel graph) {
        this.graph = graph;
        graph.constants().forEach((name, tensor) -> values.put(name, new Fixed(tensor)));
        for (OnnxNode node : graph.nodes()) {
            if (!node.op().equals("Shape")) {
                node.inputs().forEach(input -> uses.merge(input, 1, Integer::sum));
            }
        }
        graph.outputs().forEach(output -> uses.merge(output.name(), 1, Integer::sum));
    }

    /**
     * The network as the engine runs it, without golden output.
     *
     * @param pixels what its input makes of 8-bit pixels
     * @throws OnnxException with the layer, what was got and wanted, and the way out
     */
    public static Lowered lower(OnnxModel model, PixelScale pixels, Map<String, String> metadata) {
        return new Lowering(Simplifier.simplify(model)).run(pixels, metadata);
    }

    private Lowered run(PixelScale pixels, Map<String, String> metadata) {
        pixels.layout(graph);
        if (graph.outputs().size() != 1) {
            throw new OnnxException(
                    "outputs: got %d, wanted one: concatenate them, or export one alone"
                            .formatted(graph.outputs().size()));
        }
        OnnxValue input = graph.inputs().getFirst();
        Live picture = pixels.picture(graph);
        values.put(input.name(), picture);
        for (OnnxNode node : graph.nodes()) {
            layers.from(node.name().isEmpty() ? node.output() : node.name());
            values.put(node.output(), settle(node, lower(node)));
        }
        String name = graph.outputs().getFirst().name();
        Flow output = values.get(name);
        if (output instanceof Broken(OnnxException why)) {
            throw why;
        }
        if (!(output instanceof Live live)) {
            throw new OnnxException(
                    "output '%s': got a constant, wanted what the picture leads to: check the export"
                            .formatted(name));
        }
        if (live.isQuantized()) {
            throw live.last()
                    .at()
                    .error(
                            "few-bit values as the network's output",
                            "real numbers",
                            "end with a 1x1 convolution or a dense layer");
        }
        try {
            int last = realizer.layer(live);
            return new Lowered(
                    layers.model(picture.shape(), last, metadata),
                    layers.names(last),
                    layers.notes(),
                    live.axes());
        } catch (IllegalArgumentException e) {
            throw new OnnxException("output '" + name + "': " + e.getMessage());
        }
    }

    private Flow lower(OnnxNode node) {
        try {
            return folded(node);
        } catch (OnnxException e) {
            return new Broken(e);
        } catch (IllegalArgumentException e) {
            // A layer's own check.
            return new Broken(new OnnxException(node.who() + ": " + e.getMessage()));
        }
    }

    private Flow folded(OnnxNode node) {
        List<Flow> inputs = new ArrayList<>();
        List<Tensor> constants = new ArrayList<>();
        boolean fixed = true;
        for (String name : node.inputs()) {
            Flow value = name.isEmpty() ? null : values.get(name);
            if (value instanceof Broken broken) {
                return broken;
            }
            inputs.add(value);
            constants.add(value instanceof Fixed(Tensor tensor) ? tensor : null);
            fixed &= !(value instanceof Live);
        }
        if (node.op().equals("Shape") && inputs.getFirst() instanceof Live live) {
            long[] dims = new long[live.dims().length];
            for (int i = 0; i < dims.length; i++) {
                dims[i] = live.dims()[i];
            }
            return new Fixed(Tensor.list(dims));
        }
        if (fixed) {
            Tensor tensor = folder.fold(node, constants, graph.opset());
            if (tensor == null) {
                throw node.error(
                        "constants alone",
                        "an operator that can be computed here",
                        "let the exporter fold constants");
            }
            return new Fixed(tensor);
        }
        Arguments arguments = new Arguments(node, inputs, constants, graph.opset());
        return switch (node.op()) {
            case "Conv", "Gemm", "MatMul" -> convolutions.lower(arguments);
            case "MaxPool",
                    "AveragePool",
                    "GlobalAveragePool",
                    "ReduceMean",
                    "Resize",
                    "Upsample" ->
                    resampling.lower(arguments);
            case "Concat", "Gather" -> joining.lower(arguments);
            case "Add" ->
                    arguments.live().size() == 2
                            ? joining.add(arguments)
                            : Elementwise.lower(arguments);
            case "Reshape", "Flatten", "Squeeze", "Unsqueeze", "Transpose" ->
                    Reshaping.lower(arguments);
            default -> Elementwise.lower(arguments);
        };
    }

    /** What several nodes read is computed once. */
    private Flow settle(OnnxNode node, Flow value) {
        if (uses.getOrDefault(node.output(), 0) < 2
                || !(value instanceof Live live)
                || live.base() instanceof Base.Pairs
                || live.base() instanceof Base.Block && live.ops().isEmpty()
                || live.base() instanceof Base.Output && live.ops().isEmpty()
                || live.base() instanceof Base.Picture) {
            return value;
        }
        try {
            return quantizing.settled(live);
        } catch (OnnxException e) {
            return new Broken(e);
        } catch (IllegalArgumentException e) {
            return new Broken(new OnnxException(node.who() + ": " + e.getMessage()));
        }
    }
}
