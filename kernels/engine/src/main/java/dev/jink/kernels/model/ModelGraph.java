package dev.jink.kernels.model;

import dev.jink.kernels.Shape;
import dev.jink.kernels.plan.InputConv;
import dev.jink.kernels.plan.Layer;
import dev.jink.kernels.plan.Wire;

import java.util.List;

/** What must hold between the layers of a model. */
final class ModelGraph {
    private ModelGraph() {}

    /**
     * @throws IllegalArgumentException with the layer, what it got and what it wanted
     */
    static void check(Shape input, List<Layer> layers, List<Wire> wires) {
        boolean[] read = new boolean[layers.size()];
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            Wire wire = wires.get(i);
            String who = "model layer %d (%s)".formatted(i, layer.describe());
            that(
                    layer instanceof InputConv == (i == 0),
                    who,
                    "layer %d of %d".formatted(i, layers.size()),
                    "the input convolution first and only first",
                    "reorder the layers");
            int first = i == 0 ? Wire.PICTURE : 0;
            that(
                    wire.from() >= first && wire.from() < i,
                    who,
                    "input from layer " + wire.from(),
                    i == 0 ? "the picture" : "one of 0.." + (i - 1),
                    "wire it again");
            Shape from = i == 0 ? input : layers.get(wire.from()).out();
            that(
                    layer.in().equals(from),
                    who,
                    "input " + layer.in(),
                    from + ", what comes before it",
                    "fix it");
            if (i > 0) {
                read[wire.from()] = true;
            }
            if (layer.other() == null) {
                that(
                        wire.other() == Wire.NONE,
                        who,
                        "a second input from layer " + wire.other(),
                        "none",
                        "wire it again");
                continue;
            }
            that(
                    wire.other() >= 0 && wire.other() < i,
                    who,
                    "second input from layer " + wire.other(),
                    "one of 0.." + (i - 1),
                    "wire it again");
            Shape other = layers.get(wire.other()).out();
            that(
                    layer.other().equals(other),
                    who,
                    "second input " + layer.other(),
                    other + ", what the wire brings",
                    "fix it");
            read[wire.other()] = true;
        }
        for (int i = 0; i < layers.size() - 1; i++) {
            that(
                    read[i],
                    "model layer %d (%s)".formatted(i, layers.get(i).describe()),
                    "an output that nobody reads",
                    "a reader",
                    "leave the layer out");
        }
    }

    private static void that(boolean holds, String who, String got, String wanted, String wayOut) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "%s: got %s, wanted %s: %s".formatted(who, got, wanted, wayOut));
        }
    }
}
