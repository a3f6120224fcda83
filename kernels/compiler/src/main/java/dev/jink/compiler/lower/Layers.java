package dev.jink.compiler.lower;

import dev.jink.kernels.Shape;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.plan.Layer;
import dev.jink.kernels.plan.Wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The plan's layers as they are found, in an order in which each reads earlier ones. */
final class Layers {
    private final List<Layer> layers = new ArrayList<>();
    private final List<Wire> wires = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** Says from now on which node layers come from. */
    private String name = "";

    void from(String node) {
        name = node;
    }

    int add(Layer layer, int from) {
        return add(layer, Wire.from(from));
    }

    int add(Layer layer, Wire wire) {
        layers.add(layer);
        wires.add(wire);
        names.add(name);
        return layers.size() - 1;
    }

    /** Something that the user should know: it is done, but not as he may think. */
    void note(String line) {
        if (!notes.contains(line)) {
            notes.add(line);
        }
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    Shape out(int layer) {
        return layers.get(layer).out();
    }

    /** What leads to layer {@code last}, as a model; layers that it does not need fall away. */
    Model model(Shape picture, int last, Map<String, String> metadata) {
        List<Integer> used = used(last);
        List<Layer> kept = new ArrayList<>();
        List<Wire> rewired = new ArrayList<>();
        for (int i : used) {
            Wire wire = wires.get(i);
            kept.add(layers.get(i));
            rewired.add(new Wire(moved(used, wire.from()), moved(used, wire.other())));
        }
        return new Model(picture, kept, rewired, metadata, null);
    }

    /** Names of the nodes of those layers, in the order of {@link #model}. */
    List<String> names(int last) {
        return used(last).stream().map(names::get).toList();
    }

    private static int moved(List<Integer> used, int layer) {
        return layer < 0 ? layer : used.indexOf(layer);
    }

    private List<Integer> used(int last) {
        boolean[] needed = new boolean[layers.size()];
        needed[last] = true;
        List<Integer> used = new ArrayList<>();
        for (int i = last; i >= 0; i--) {
            if (!needed[i]) {
                continue;
            }
            used.addFirst(i);
            for (int read : new int[] {wires.get(i).from(), wires.get(i).other()}) {
                if (read >= 0) {
                    needed[read] = true;
                }
            }
        }
        return used;
    }
}
