package dev.jink.kernels.plan;

import dev.jink.kernels.model.Model;

/** The engine's own awkward models, for tests of rooms above it. */
public final class RandomModels {
    private final AwkwardModels models;

    public RandomModels(long seed) {
        models = new AwkwardModels(seed);
    }

    public Model next() {
        return models.next();
    }

    public byte[] pixels(Model model) {
        return models.pixels(model);
    }
}
