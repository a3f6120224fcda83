package dev.jink.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.jink.kernels.Shape;

/** One layer, 3x3 of 256 by 256 channels on 28x28 pixels, with activations of 1, 2 and 4 bits. */
final class BitsSection implements Section {
    private static final Shape IN = new Shape(28, 28, 256);

    @Override
    public String name() {
        return "bits";
    }

    @Override
    public String measure(Settings settings, ObjectNode figures) {
        try (Engine one = Engine.checked(Networks.layer(IN, 256, 3, 1), settings.kernels(), 1);
                Engine two = Engine.checked(Networks.layer(IN, 256, 3, 2), settings.kernels(), 1);
                Engine four =
                        Engine.checked(Networks.layer(IN, 256, 3, 4), settings.kernels(), 1)) {
            double[] ms =
                    new Rounds(settings.rounds())
                            .medianMs(
                                    () -> one.plan().runLayer(1),
                                    () -> two.plan().runLayer(1),
                                    () -> four.plan().runLayer(1));
            figures.put("a1Ms", ms[0]);
            figures.put("a2Ms", ms[1]);
            figures.put("a4Ms", ms[2]);
            return "1 bit %.3f ms, 2 bits %.3f ms (x %.2f), 4 bits %.3f ms (x %.2f)"
                    .formatted(ms[0], ms[1], ms[1] / ms[0], ms[2], ms[2] / ms[0]);
        }
    }
}
