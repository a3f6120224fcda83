package dev.jink.compiler;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.jink.compiler.lower.Lowered;
import dev.jink.compiler.lower.Lowering;
import dev.jink.compiler.lower.PixelScale;
import dev.jink.compiler.onnx.OnnxException;
import dev.jink.compiler.onnx.OnnxModel;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.model.ModelFile;
import dev.jink.kernels.plan.Layer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** What became of a network: engine layer by engine layer, with the node it is from. */
final class Layered {
    private Layered() {}

    private static String table(Lowered lowered) {
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

    /**
     * The network as the engine runs it, with its source and its maker in the metadata.
     *
     * @throws OnnxException in one line that names the file
     */
    static Lowered lower(Path source, OnnxModel onnx, PixelScale scale, String maker) {
        String name = source.getFileName().toString();
        try {
            return Lowering.lower(onnx, scale, Map.of("name", name, "made_by", maker));
        } catch (OnnxException e) {
            throw e.in(source);
        }
    }

    /** Writes the model file and tells what is in it, on the terminal and in the figures. */
    static Model deliver(Lowered lowered, byte[] golden, Path output, ObjectNode figures)
            throws IOException {
        Model compiled = lowered.model().withGolden(golden);
        ModelFile.write(compiled, output);
        String sha256 = ModelFile.sha256(compiled);
        System.out.print(table(lowered));
        System.out.printf("%s: sha256 %s%n", output, sha256);
        figures.put("output", output.toString());
        figures.put("sha256", sha256);
        write(lowered, figures.putArray("layers"));
        figures.putPOJO("notes", lowered.notes());
        return compiled;
    }

    private static void write(Lowered lowered, ArrayNode layers) {
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
