package dev.jink.kernels.model;

import dev.jink.kernels.Shape;
import dev.jink.kernels.plan.Head;
import dev.jink.kernels.plan.InputConv;
import dev.jink.kernels.plan.Layer;
import dev.jink.kernels.reference.Reference;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A network: layers whose shapes fit together, what is to be known about them, and their proof.
 *
 * <p>The first layer, and only it, is an {@link InputConv}; a {@link Head} can only be the last.
 *
 * @param input shape of the 8-bit picture {@code [h][w][c]}
 * @param layers 1 to {@value #MAX_LAYERS}
 * @param metadata such as {@code name, virtual_camera, grid, thresholds_m, card}; kept sorted by
 *     key
 * @param golden an input with its output, or null when the model has none
 */
public record Model(Shape input, List<Layer> layers, Map<String, String> metadata, Golden golden) {
    public static final int MAX_LAYERS = 1024;

    public Model {
        layers = List.copyOf(layers);
        metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
        if (layers.isEmpty() || layers.size() > MAX_LAYERS) {
            throw new IllegalArgumentException(
                    "model: got %d layers, wanted 1..%d: start with an input convolution"
                            .formatted(layers.size(), MAX_LAYERS));
        }
        metadata.forEach(Model::checkText);
        Shape shape = input;
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            if (!layer.in().equals(shape)) {
                throw new IllegalArgumentException(
                        "model layer %d (%s): got input %s, wanted %s, what comes before it: fix it"
                                .formatted(i, layer.describe(), layer.in(), shape));
            }
            boolean misplaced =
                    layer instanceof InputConv != (i == 0)
                            || layer instanceof Head && i != layers.size() - 1;
            if (misplaced) {
                throw new IllegalArgumentException(
                        ("model layer %d of %d: got %s, wanted the input convolution first and only"
                                        + " first, and a head only last: reorder the layers")
                                .formatted(i, layers.size(), layer.describe()));
            }
            shape = layer.out();
        }
        if (golden != null
                && (golden.input().length != input.elements()
                        || golden.output().length != shape.elements())) {
            throw new IllegalArgumentException(
                    "model golden: got %s, wanted %d bytes and %d floats: make it with withGolden"
                            .formatted(golden, input.elements(), shape.elements()));
        }
    }

    private static void checkText(String key, String value) {
        // Half a surrogate pair would come back from the file as another text.
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(key + " " + value)) {
            throw new IllegalArgumentException(
                    "model metadata %s: got text that UTF-8 cannot carry, wanted Unicode: fix it"
                            .formatted(key));
        }
    }

    public Shape output() {
        return layers.getLast().out();
    }

    /** This model with {@code pixels} and what the reference makes of them as its golden pair. */
    public Model withGolden(byte[] pixels) {
        return new Model(
                input, layers, metadata, new Golden(pixels, Reference.run(layers, pixels)));
    }
}
