package dev.jink.kernels.model;

import dev.jink.kernels.Shape;
import dev.jink.kernels.plan.Layer;
import dev.jink.kernels.plan.Wire;
import dev.jink.kernels.reference.Reference;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A network: layers, what each reads, what is to be known about them, and their proof.
 *
 * <p>The first layer, and only it, is an {@link dev.jink.kernels.plan.InputConv}; each other one
 * reads layers that come before it; every layer but the last, which is the output, is read by one.
 *
 * @param input shape of the 8-bit picture {@code [h][w][c]}
 * @param layers 1 to {@value #MAX_LAYERS}
 * @param wires where each layer reads from
 * @param metadata such as {@code name, virtual_camera, grid, thresholds_m, card}; kept sorted by
 *     key
 * @param golden an input with its output, or null when the model has none
 */
public record Model(
        Shape input,
        List<Layer> layers,
        List<Wire> wires,
        Map<String, String> metadata,
        Golden golden) {
    public static final int MAX_LAYERS = 1024;

    public Model {
        layers = List.copyOf(layers);
        wires = List.copyOf(wires);
        metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
        if (layers.isEmpty() || layers.size() > MAX_LAYERS) {
            throw new IllegalArgumentException(
                    "model: got %d layers, wanted 1..%d: start with an input convolution"
                            .formatted(layers.size(), MAX_LAYERS));
        }
        if (wires.size() != layers.size()) {
            throw new IllegalArgumentException(
                    "model: got %d wires, wanted %d, one for each layer: wire it again"
                            .formatted(wires.size(), layers.size()));
        }
        metadata.forEach(Model::checkText);
        ModelGraph.check(input, layers, wires);
        Shape shape = layers.getLast().out();
        if (golden != null
                && (golden.input().length != input.elements()
                        || golden.output().length != shape.elements())) {
            throw new IllegalArgumentException(
                    "model golden: got %s, wanted %d bytes and %d floats: make it with withGolden"
                            .formatted(golden, input.elements(), shape.elements()));
        }
    }

    /** A chain: each layer reads the one before it. */
    public Model(Shape input, List<Layer> layers, Map<String, String> metadata, Golden golden) {
        this(input, layers, chain(layers.size()), metadata, golden);
    }

    /** The wires of a chain of {@code count} layers. */
    public static List<Wire> chain(int count) {
        return IntStream.range(0, count).mapToObj(i -> Wire.from(i - 1)).toList();
    }

    private static void checkText(String key, String value) {
        // Half a surrogate pair would come back from the file as another text.
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(key + " " + value)) {
            throw new IllegalArgumentException(
                    "model metadata %s: got text that UTF-8 cannot carry, wanted Unicode: fix it"
                            .formatted(key));
        }
    }

    /**
     * This network with the same numbers for pictures of another size; without its golden pair.
     *
     * @throws IllegalArgumentException when a layer does not fit
     */
    public Model on(Shape size, Map<String, String> facts) {
        List<Layer> resized = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            Shape in = i == 0 ? size : resized.get(wires.get(i).from()).out();
            resized.add(layers.get(i).on(in));
        }
        return new Model(size, resized, wires, facts, null);
    }

    public Shape output() {
        return layers.getLast().out();
    }

    /** This model with {@code pixels} and what the reference makes of them as its golden pair. */
    public Model withGolden(byte[] pixels) {
        return new Model(
                input, layers, wires, metadata, new Golden(pixels, Reference.run(this, pixels)));
    }
}
