package dev.jink.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.jink.kernels.KernelProvider;
import dev.jink.kernels.Shape;
import dev.jink.kernels.model.Model;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** One layer, 3x3 of 256 by 256 channels on 28x28 pixels, on every path of this machine. */
final class PathsSection implements Section {
    private static final Shape IN = new Shape(28, 28, 256);

    @Override
    public String name() {
        return "paths";
    }

    @Override
    public String measure(Settings settings, ObjectNode figures) {
        Model model = Networks.layer(IN, 256, 3, 1);
        List<String> paths = KernelProvider.available();
        List<Engine> engines = new ArrayList<>();
        try {
            List<Runnable> sides = new ArrayList<>();
            for (String path : paths) {
                Engine engine = Engine.checked(model, path, 1);
                engines.add(engine);
                sides.add(() -> engine.plan().runLayer(1));
            }
            double[] ms = new Rounds(settings.rounds()).medianMs(sides.toArray(Runnable[]::new));
            StringJoiner row = new StringJoiner(", ");
            for (int i = 0; i < ms.length; i++) {
                figures.put(paths.get(i), ms[i]);
                row.add("%s %.3f ms (x %.2f)".formatted(paths.get(i), ms[i], ms[i] / ms[0]));
            }
            return row.toString();
        } finally {
            engines.forEach(Engine::close);
        }
    }
}
