package dev.jink.compiler;

import com.fasterxml.jackson.databind.node.ArrayNode;

import dev.jink.compiler.lower.Lowered;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.plan.Layer;

/** The table of what became of a network: engine layer by engine layer, with the node it is from. */
final class Layered {
    private Layered() {}

    static String table(Lowered lowered) {
        StringBuilder text = new StringBuilder();
        Model model = lowered.model();
        for (int i = 0; i < model.layers().size(); i++) {
            Layer layer = model.layers().get(i);
            text.append(
                    "%3d  %-24s %-12s %-12s from %s%n"
                            .formatted(
                                    i,
                                    layer.describe(),
                                    layer.in(),
                                    layer.out(),
                                    lowered.names().get(i)));
        }
        lowered.notes().forEach(note -> text.append("note: ").append(note).append('\n'));
        return text.toString();
    }

    static void write(Lowered lowered, ArrayNode layers) {
        for (int i = 0; i < lowered.model().layers().size(); i++) {
            Layer layer = lowered.model().layers().get(i);
            layers.addObject()
                    .put("layer", layer.describe())
                    .put("in", layer.in().toString())
                    .put("out", layer.out().toString())
                    .put("macs", layer.macs())
                    .put("node", lowered.names().get(i));
        }
    }
}
