package dev.jink.training;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Develops the next batch on a thread of its own while libtorch works on the last one. Two batches
 * take turns: the one handed out is valid until the next call.
 */
final class BatchFeed implements AutoCloseable {
    private final ExampleSource source;
    private final Batch[] batches;
    private final Example example = new Example();
    private final ExecutorService developer =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("developer").factory());
    private int expected;
    private Future<Batch> ahead;

    BatchFeed(ExampleSource source, int batchSize, int firstStep) {
        this.source = source;
        batches = new Batch[] {new Batch(batchSize), new Batch(batchSize)};
        order(firstStep);
    }

    /** The batch of {@code step}; steps are asked for in order. */
    Batch batch(int step) {
        assert step == expected : "asked for step " + step + ", expected " + expected;
        Batch ready = Workers.await(ahead);
        order(step + 1);
        return ready;
    }

    private void order(int step) {
        expected = step;
        ahead = developer.submit(() -> develop(step));
    }

    private Batch develop(int step) {
        Batch batch = batches[step & 1];
        for (int slot = 0; slot < batch.size(); slot++) {
            source.fill(step, slot, example);
            batch.set(slot, example);
        }
        return batch;
    }

    @Override
    public void close() {
        developer.close();
    }
}
