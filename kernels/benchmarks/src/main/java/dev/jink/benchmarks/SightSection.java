package dev.jink.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.jink.kernels.model.Model;
import dev.jink.kernels.model.ModelFile;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;

/**
 * The network that the node flies with against its float twin in ONNX Runtime: processor time of
 * the calling thread, which does all the work of both, so that a busy machine falsifies little.
 */
final class SightSection implements Section {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int RUNS = 100;
    private static final int WARM_UP = 2000;

    @Override
    public String name() {
        return "sight";
    }

    @Override
    public String measure(Settings settings, ObjectNode figures) throws Exception {
        Model model = ModelFile.read(Path.of(System.getProperty("jink.models", "."), "sight.jink"));
        try (Engine engine = Engine.checked(model, settings.kernels(), 1);
                OnnxTwin twin = OnnxTwin.open(new ChainOnnx(model, false).bytes(), 1)) {
            cpuMs(engine.plan()::run, WARM_UP);
            cpuMs(twin::run, RUNS);
            double jink = 0;
            double floats = 0;
            for (int round = 0; round < settings.rounds(); round++) {
                jink += cpuMs(engine.plan()::run, RUNS) / settings.rounds();
                floats += cpuMs(twin::run, RUNS) / settings.rounds();
            }
            figures.put("jinkCpuMs", jink);
            figures.put("ortFp32CpuMs", floats);
            return "%.3f ms of processor time; float twin in ONNX Runtime %.3f ms (x %.1f)"
                    .formatted(jink, floats, floats / jink);
        }
    }

    private static double cpuMs(Runnable work, int runs) {
        long before = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < runs; i++) {
            work.run();
        }
        return (THREADS.getCurrentThreadCpuTime() - before) / 1e6 / runs;
    }
}
