package dev.jink.sim.trial;

import dev.jink.kernels.model.ModelFileException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Many seeds of one sort of trial, on several threads: each flies its own simulators, and takes the
 * next seed when it is done with one. What becomes of a seed doesn't depend on the thread.
 *
 * @param model the network; may be null when no pilot needs one
 * @param threads 1 or more
 */
public record Squad(SimulatorKind kind, Path model, int threads) {
    /** All flights of a pilot, in the order of their seeds, what its work took, and all of it. */
    public record Landed(List<Flown> flown, Timing timing, Pace pace) {}

    /**
     * Flies the seeds firstSeed, firstSeed + 1, …
     *
     * @param witnesses makes one for each thread
     * @param landed is told of each flight, on its thread, one at a time
     * @throws ModelFileException in one line when the model can't be used
     */
    public Landed fly(
            TrialSettings settings,
            Pilot pilot,
            long firstSeed,
            int trials,
            Supplier<Witness> witnesses,
            Consumer<Flown> landed)
            throws ModelFileException {
        long began = System.nanoTime();
        Flown[] flown = new Flown[trials];
        Timing timing = new Timing();
        AtomicInteger next = new AtomicInteger();
        ExecutorService pool =
                Executors.newFixedThreadPool(
                        Math.min(threads, trials),
                        Thread.ofPlatform().name("jink-trial-", 0).factory());
        try {
            List<Future<Void>> workers = new ArrayList<>();
            for (int i = 0; i < Math.min(threads, trials); i++) {
                workers.add(
                        pool.submit(
                                () -> {
                                    Simulator own = kind.open(settings);
                                    try (Trial trial =
                                            new Trial(
                                                    settings, pilot, model, own, witnesses.get())) {
                                        int at;
                                        while ((at = next.getAndIncrement()) < trials) {
                                            flown[at] = trial.run(firstSeed + at);
                                            synchronized (flown) {
                                                landed.accept(flown[at]);
                                            }
                                        }
                                        synchronized (timing) {
                                            timing.add(trial.timing());
                                        }
                                    }
                                    return null;
                                }));
            }
            for (Future<Void> worker : workers) {
                settled(worker);
            }
        } finally {
            pool.shutdownNow();
        }
        List<Flown> all = Arrays.asList(flown);
        return new Landed(all, timing, Pace.of(all, (System.nanoTime() - began) / 1e9));
    }

    private static void settled(Future<Void> worker) throws ModelFileException {
        try {
            worker.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("trials: interrupted before they were flown");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case ModelFileException refused -> throw refused;
                case RuntimeException failed -> throw failed;
                case Error error -> throw error;
                default -> throw new IllegalStateException("trials: " + e.getCause(), e);
            }
        }
    }
}
