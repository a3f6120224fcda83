package dev.jink.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.jink.kernels.Shape;

/**
 * A linear layer of 2048 by 2048, activations of 8 bits by bit planes, one vector; the planes are made
 * by the layer before and are not in the time. Beside it stands
 * what bitnet.cpp publishes for its shape on one thread of an EPYC 7V13: 0.058 ms.
 */
final class LinearSection implements Section {
    @Override
    public String name() {
        return "linear2048";
    }

    @Override
    public String measure(Settings settings, ObjectNode figures) {
        Shape in = new Shape(1, 1, 2048);
        try (Engine engine =
                Engine.checked(Networks.layer(in, 2048, 1, 8), settings.kernels(), 1)) {
            double ms = new Rounds(settings.rounds()).medianMs(() -> engine.plan().runLayer(1))[0];
            figures.put("ms", ms);
            return "%.4f ms (bitnet.cpp publishes 0.058 ms on another machine)".formatted(ms);
        }
    }
}
