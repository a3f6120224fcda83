package dev.jink.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Runs numbered, independent pieces of work on a few threads and waits for all of them. */
final class Workers {
    private Workers() {}

    /**
     * Runs {@code work} for 0 … count - 1, in any order.
     *
     * @throws IllegalStateException with the cause, when a piece failed
     */
    static void run(int threads, int count, IntConsumer work) {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> pieces = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int piece = i;
                pieces.add(pool.submit(() -> work.accept(piece)));
            }
            for (Future<?> piece : pieces) {
                await(piece);
            }
        }
    }

    static <T> T await(Future<T> piece) {
        try {
            return piece.get();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a worker", stop);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(
                    "worker failed: " + failed.getCause().getMessage(), failed.getCause());
        }
    }
}
