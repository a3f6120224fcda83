package dev.jink.kernels.plan;

import dev.jink.kernels.model.Model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the readers of each layer want of it: real values, planes of bits, or both.
 *
 * <p>Found from the last layer to the first, since a maximum that is read as signs alone wants signs
 * itself. Readers that read alike share one tensor, with the widest border among them.
 */
final class Demands {
    /** A tensor of planes that is wanted of a layer. Compared by identity. */
    static final class Planes {
        private final Quantizer quantizer;
        private int border;
        private int lastReader;

        private Planes(Quantizer quantizer) {
            this.quantizer = quantizer;
        }

        Quantizer quantizer() {
            return quantizer;
        }

        int border() {
            return border;
        }

        int lastReader() {
            return lastReader;
        }
    }

    private final Model model;
    private final boolean[] floats;
    private final int[] lastFloatReader;
    private final Map<Integer, List<Planes>> planes = new HashMap<>();

    Demands(Model model) {
        this.model = model;
        int count = model.layers().size();
        floats = new boolean[count];
        lastFloatReader = new int[count];
        readFloats(count - 1, count);
        for (int i = count - 1; i > 0; i--) {
            Wire wire = model.wires().get(i);
            if (readsAs(i) != null) {
                readPlanes(wire.from(), i);
            }
            if (readsFloats(i)) {
                readFloats(wire.from(), i);
            }
            if (wire.other() != Wire.NONE) {
                readFloats(wire.other(), i);
            }
            // Planes that the layer cannot make on the way out are made of its floats.
            if (planes(i).size() > (fused(i) == null ? 0 : 1)) {
                readFloats(i, i);
            }
        }
        if (planes(0).size() > (fused(0) == null ? 0 : 1)) {
            readFloats(0, 0);
        }
    }

    private void readFloats(int layer, int reader) {
        floats[layer] = true;
        lastFloatReader[layer] = Math.max(lastFloatReader[layer], reader);
    }

    private void readPlanes(int layer, int reader) {
        Quantizer as = readsAs(reader);
        Planes found = find(layer, as);
        if (found == null) {
            found = new Planes(as);
            planes.computeIfAbsent(layer, key -> new ArrayList<>()).add(found);
        }
        int border =
                model.layers().get(reader) instanceof BinaryConv conv ? conv.window().border() : 0;
        found.border = Math.max(found.border, border);
        found.lastReader = Math.max(found.lastReader, reader);
    }

    /** The planes of {@code layer} for readers that read {@code as}; null when nobody does. */
    Planes find(int layer, Quantizer as) {
        return planes(layer).stream()
                .filter(wanted -> wanted.quantizer.equals(as))
                .findFirst()
                .orElse(null);
    }

    /** How layer i reads its first input as planes; null when it does not. */
    Quantizer readsAs(int i) {
        return switch (model.layers().get(i)) {
            case BinaryConv conv -> conv.quantizer();
            case Pool pool -> isOnSigns(i) ? planes(i).getFirst().quantizer : null;
            default -> null;
        };
    }

    /** Whether layer i reads its first input as floats. */
    boolean readsFloats(int i) {
        return switch (model.layers().get(i)) {
            case InputConv conv -> false;
            case BinaryConv conv ->
                    conv.shortcut() == Shortcut.IDENTITY || conv.shortcut() == Shortcut.POOL2;
            case Pool pool -> !isOnSigns(i);
            default -> true;
        };
    }

    /** The layer whose output layer i adds to its own, value by value; or {@link Wire#NONE}. */
    int shortcut(int i) {
        if (!(model.layers().get(i) instanceof BinaryConv conv)) {
            return Wire.NONE;
        }
        return switch (conv.shortcut()) {
            case IDENTITY -> model.wires().get(i).from();
            case OTHER -> model.wires().get(i).other();
            default -> Wire.NONE;
        };
    }

    /** Whether layer i is a maximum of which nothing but one set of signs is read. */
    boolean isOnSigns(int i) {
        return model.layers().get(i) instanceof Pool pool
                && pool.kind() == Pool.Kind.MAX
                && !floats[i]
                && planes(i).size() == 1
                && planes(i).getFirst().quantizer.bits() == 1;
    }

    /** The planes that layer i makes on the way out, without floats in between; or null. */
    Planes fused(int i) {
        boolean can =
                switch (model.layers().get(i)) {
                    case InputConv conv -> true;
                    case BinaryConv conv -> true;
                    case Pool pool -> isOnSigns(i);
                    default -> false;
                };
        if (!can) {
            return null;
        }
        return planes(i).stream()
                .filter(wanted -> wanted.quantizer.bits() == 1)
                .findFirst()
                .orElse(null);
    }

    /** Whether layer i leaves floats. */
    boolean floats(int i) {
        return floats[i];
    }

    int lastFloatReader(int i) {
        return lastFloatReader[i];
    }

    /** All planes wanted of layer i. */
    List<Planes> planes(int i) {
        return planes.getOrDefault(i, List.of());
    }
}
