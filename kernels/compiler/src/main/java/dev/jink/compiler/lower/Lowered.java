package dev.jink.compiler.lower;

import dev.jink.kernels.model.Model;

import java.util.List;

/**
 * A network as the engine runs it.
 *
 * @param names of the nodes that each layer comes from
 * @param notes what the user should know of it, a line each
 * @param outputAxes how the ONNX output lies; the engine's is {@code [h][w][c]}
 */
public record Lowered(Model model, List<String> names, List<String> notes, Axes outputAxes) {
    /** For each element of the ONNX output, where the engine has it. */
    public int[] outputOrder() {
        return outputAxes.fromEngine(model.output());
    }
}
