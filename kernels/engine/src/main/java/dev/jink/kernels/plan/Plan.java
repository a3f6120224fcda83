package dev.jink.kernels.plan;

import dev.jink.kernels.KernelProvider;
import dev.jink.kernels.Kernels;
import dev.jink.kernels.LayerKernel.Step;
import dev.jink.kernels.Shape;
import dev.jink.kernels.Slab;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.model.ModelFile;
import dev.jink.kernels.model.ModelFileException;
import dev.jink.kernels.plan.MemoryPlanner.Region;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A model compiled for one path: shapes, offsets and kernels are settled at load, all tensors lie
 * in one slab, and from then on nothing is allocated.
 *
 * <p>Write the picture to {@link #input()}, {@link #run()}, read {@link #output()}. Both stay at
 * their addresses for the plan's life; the input is left as it was, the output stays until the next
 * run. A plan may move between threads but is used by one at a time; several plans of one model run
 * side by side.
 */
public final class Plan implements AutoCloseable {
    private final Model model;
    private final String sha256;
    private final String kernelPath;
    private final Slab slab;
    private final MemorySegment input;
    private final MemorySegment output;
    private final Step[][] shares;
    private final Workers workers;
    private final List<LayerReport> report;
    private final List<Region> regions;

    private Plan(Model model, String sha256, Kernels kernels, Workers.Settings threads) {
        this.model = model;
        this.sha256 = sha256;
        kernelPath = kernels.path();
        Demands demands = new Demands(model);
        PlanLayout layout = new PlanLayout(model, demands);
        PlanSteps steps = new PlanSteps(model, demands, layout, kernels);
        regions = layout.regions();
        slab = Slab.allocate(layout.bytes());
        input = slab.slice(layout.input().offset(), model.input().elements());
        output =
                slab.slice(
                        layout.output().offset(), (long) model.output().elements() * Float.BYTES);
        report = steps.report();
        shares = steps.bind(slab, input, threads.count());
        workers = threads.count() == 1 ? null : new Workers(shares, threads);
    }

    /**
     * Loads a model file for the path that {@link KernelProvider#choose()} takes.
     *
     * @throws ModelFileException when the file is not a whole, intact model
     */
    public static Plan load(Path modelFile) throws ModelFileException {
        return load(modelFile, KernelProvider.choose());
    }

    /**
     * Loads a model file for a given path.
     *
     * @throws ModelFileException when the file is not a whole, intact model
     */
    public static Plan load(Path modelFile, Kernels kernels) throws ModelFileException {
        return load(modelFile, kernels, Workers.Settings.ONE);
    }

    /**
     * Loads a model file for a given path and a given number of threads.
     *
     * @throws ModelFileException when the file is not a whole, intact model
     */
    public static Plan load(Path modelFile, Kernels kernels, Workers.Settings threads)
            throws ModelFileException {
        ModelFile.Loaded loaded = ModelFile.load(modelFile);
        return new Plan(loaded.model(), loaded.sha256(), kernels, threads);
    }

    /** A model that has been read from its file already. */
    public static Plan of(ModelFile.Loaded loaded, Kernels kernels) {
        return new Plan(loaded.model(), loaded.sha256(), kernels, Workers.Settings.ONE);
    }

    public static Plan of(Model model, Kernels kernels) {
        return of(model, kernels, Workers.Settings.ONE);
    }

    public static Plan of(Model model, Kernels kernels, Workers.Settings threads) {
        return new Plan(model, ModelFile.sha256(model), kernels, threads);
    }

    public Shape inputShape() {
        return model.input();
    }

    public Shape outputShape() {
        return model.output();
    }

    /** u8 {@code [h][w][c]}, 64-byte aligned: the caller writes the picture here. */
    public MemorySegment input() {
        return input;
    }

    /** float32 {@code [h][w][c]}, 64-byte aligned, dense: valid from one run to the next. */
    public MemorySegment output() {
        return output;
    }

    /** One forward pass. Allocates nothing. */
    public void run() {
        if (workers != null) {
            workers.run();
            return;
        }
        for (Step step : shares[0]) {
            step.run();
        }
    }

    /**
     * One layer of the pass on this thread alone, for profilers: 0 to {@code report().size() - 1},
     * in order.
     */
    public void runLayer(int index) {
        for (Step[] share : shares) {
            share[index].run();
        }
    }

    /** Threads that share a run, the caller's included. */
    public int threads() {
        return shares.length;
    }

    public Model model() {
        return model;
    }

    public Map<String, String> metadata() {
        return model.metadata();
    }

    /** Hex digest of the model as its file carries it. */
    public String sha256() {
        return sha256;
    }

    /** {@code 512}, {@code 256}, {@code 128} or {@code scalar}. */
    public String kernelPath() {
        return kernelPath;
    }

    public long slabBytes() {
        return slab.bytes();
    }

    public List<LayerReport> report() {
        return report;
    }

    /** The layers and the slab as a text table. */
    public String table() {
        return PlanTable.of(this, regions);
    }

    /** Ends the threads and gives the slab back; input and output are dead from here on. */
    @Override
    public void close() {
        if (workers != null) {
            workers.close();
        }
        slab.close();
    }
}
