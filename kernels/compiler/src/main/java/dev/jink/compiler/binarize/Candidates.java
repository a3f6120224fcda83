package dev.jink.compiler.binarize;

import dev.jink.compiler.onnx.OnnxModel;
import dev.jink.compiler.onnx.OnnxNode;
import dev.jink.compiler.onnx.Tensor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The layers of a float network that get 1-bit weights: all but the picture's and 1x1 heads. */
final class Candidates {
    private final OnnxModel model;

    Candidates(OnnxModel model) {
        this.model = model;
    }

    List<OnnxNode> layers() {
        Set<String> behind = new HashSet<>();
        List<OnnxNode> found = new ArrayList<>();
        for (OnnxNode node : model.nodes()) {
            boolean reads = node.inputs().stream().anyMatch(behind::contains);
            if (reads || isLayer(node)) {
                behind.addAll(node.outputs());
            }
            if (reads && isLayer(node)) {
                found.add(node);
            }
        }
        Set<String> ahead = new HashSet<>();
        for (OnnxNode node : model.nodes().reversed()) {
            boolean leads = node.outputs().stream().anyMatch(ahead::contains);
            if (!leads && isLayer(node) && isPoint(node)) {
                found.remove(node);
            }
            if (leads || isLayer(node)) {
                ahead.addAll(node.inputs());
            }
        }
        return found;
    }

    private boolean isLayer(OnnxNode node) {
        boolean kind =
                node.op().equals("Conv") || node.op().equals("Gemm") || node.op().equals("MatMul");
        return kind && node.input(1) != null && model.constants().containsKey(node.input(1));
    }

    private boolean isPoint(OnnxNode node) {
        Tensor weights = model.constants().get(node.input(1));
        int[] dims = weights.dims();
        return dims.length == 2 || dims.length == 4 && dims[2] == 1 && dims[3] == 1;
    }
}
