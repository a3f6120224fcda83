package dev.jink.kernels.plan;

import dev.jink.kernels.Kernels;
import dev.jink.kernels.LayerKernel;
import dev.jink.kernels.LayerKernel.Step;
import dev.jink.kernels.Slab;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.plan.Demands.Planes;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** The kernels of a plan, and their steps: one row of steps for each thread. */
final class PlanSteps {
    private static final Step NOTHING = () -> {};

    private final Model model;
    private final Demands demands;
    private final PlanLayout layout;
    private final Kernels kernels;
    private final List<LayerKernel> chosen;

    PlanSteps(Model model, Demands demands, PlanLayout layout, Kernels kernels) {
        this.model = model;
        this.demands = demands;
        this.layout = layout;
        this.kernels = kernels;
        chosen = model.layers().stream().map(kernels::prepare).toList();
    }

    /**
     * {@code [thread][layer]}. Rows of the output are dealt out evenly; planes that are made of a
     * layer's floats follow in the same step, on the same rows, by the thread that wrote them.
     */
    Step[][] bind(Slab slab, MemorySegment input, int threads) {
        Step[][] shares = new Step[threads][model.layers().size()];
        for (int i = 0; i < model.layers().size(); i++) {
            int rows = model.layers().get(i).out().height();
            for (int thread = 0; thread < threads; thread++) {
                int from = (int) ((long) rows * thread / threads);
                int to = (int) ((long) rows * (thread + 1) / threads);
                shares[thread][i] = from == to ? NOTHING : bind(i, slab, input, from, to);
            }
        }
        return shares;
    }

    private Step bind(int i, Slab slab, MemorySegment input, int from, int to) {
        List<Step> steps = new ArrayList<>();
        steps.add(chosen.get(i).bind(layout.buffers(i, slab, input), from, to));
        for (Planes wanted : demands.planes(i)) {
            if (wanted != demands.fused(i)) {
                LayerKernel quantize = kernels.prepare(wanted.quantizer());
                steps.add(quantize.bind(layout.buffers(i, wanted, slab), from, to));
            }
        }
        if (steps.size() == 1) {
            return steps.getFirst();
        }
        Step[] all = steps.toArray(Step[]::new);
        return () -> {
            for (Step step : all) {
                step.run();
            }
        };
    }

    List<LayerReport> report() {
        List<LayerReport> report = new ArrayList<>();
        for (int i = 0; i < model.layers().size(); i++) {
            Layer layer = model.layers().get(i);
            report.add(
                    new LayerReport(
                            i,
                            layer.describe(),
                            layer.in(),
                            layer.out(),
                            layer.weightBits(),
                            layer.parameterBytes(),
                            layout.outputBytes(i),
                            layer.macs(),
                            demands.isOnSigns(i) ? "and of signs" : chosen.get(i).name(),
                            demands.isOnSigns(i) ? "only signs are read" : chosen.get(i).why()));
        }
        return List.copyOf(report);
    }
}
