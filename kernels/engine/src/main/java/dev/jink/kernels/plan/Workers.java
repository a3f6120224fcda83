package dev.jink.kernels.plan;

import dev.jink.kernels.LayerKernel.Step;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;

/**
 * The threads that share a run. All of them go through the layers in step: a barrier stands before
 * each layer, where a thread first spins, for a layer is short, and parks when the others do not
 * come.
 *
 * <p>The caller's thread is the first; the others are daemons. A step that throws ends the run for
 * all at the end of it, with that exception on the caller's thread.
 */
public final class Workers implements AutoCloseable {
    /** About 50 microseconds: longer than most layers, shorter than a frame. */
    private static final int SPINS = 2_000;

    /**
     * @param count threads, the caller's included: 1 to {@value #MOST}
     * @param cores a core for each thread but the caller's, who pins himself; empty leaves them to
     *     the operating system
     */
    public record Settings(int count, List<Integer> cores) {
        public static final int MOST = 64;
        public static final Settings ONE = new Settings(1, List.of());

        public Settings {
            that(count >= 1 && count <= MOST, "plan threads", count, "1.." + MOST);
            cores = List.copyOf(cores);
            that(
                    cores.isEmpty() || cores.size() == count - 1,
                    "plan cores",
                    cores,
                    "none, or one for each of the %d other threads".formatted(count - 1));
        }

        /** Threads that the operating system places. */
        public static Settings threads(int count) {
            return new Settings(count, List.of());
        }
    }

    /** Refuses a setting. */
    static void that(boolean holds, String what, Object got, String wanted) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "%s: got %s, wanted %s: change the threads".formatted(what, got, wanted));
        }
    }

    private final Step[][] shares;
    private final AtomicInteger arrived = new AtomicInteger();
    private final AtomicReferenceArray<Thread> parked;
    private final Thread[] threads;
    private volatile int phase;
    private volatile boolean closed;
    private volatile Throwable failure;

    /**
     * @param shares {@code [thread][step]}
     * @throws IllegalArgumentException when a thread cannot be bound to its core
     */
    Workers(Step[][] shares, Settings settings) {
        this.shares = shares;
        parked = new AtomicReferenceArray<>(shares.length);
        threads = new Thread[shares.length - 1];
        for (int i = 0; i < threads.length; i++) {
            int worker = i + 1;
            Integer core = settings.cores().isEmpty() ? null : settings.cores().get(i);
            threads[i] =
                    Thread.ofPlatform()
                            .name("jink-worker-" + worker)
                            .daemon()
                            .start(() -> serve(worker, core));
        }
        await(0);
        if (failure != null) {
            close();
            throw new IllegalArgumentException(failure.getMessage(), failure);
        }
    }

    /** One run, this thread's share included. */
    void run() {
        failure = null;
        await(0);
        work(0);
        if (failure != null) {
            throw new IllegalStateException("a layer failed on a worker thread", failure);
        }
    }

    private void serve(int worker, Integer core) {
        try {
            if (core != null) {
                Cores.pin(core);
            }
        } catch (RuntimeException e) {
            failure = e;
        }
        await(worker);
        while (true) {
            await(worker);
            if (closed) {
                return;
            }
            work(worker);
        }
    }

    private void work(int worker) {
        for (Step step : shares[worker]) {
            try {
                step.run();
            } catch (Throwable e) {
                failure = e;
            }
            await(worker);
        }
    }

    private void await(int worker) {
        int now = phase;
        if (arrived.incrementAndGet() == shares.length) {
            arrived.set(0);
            phase = now + 1;
            for (int i = 0; i < shares.length; i++) {
                Thread thread = parked.get(i);
                if (thread != null) {
                    LockSupport.unpark(thread);
                }
            }
            return;
        }
        for (int i = 0; i < SPINS; i++) {
            if (phase != now) {
                return;
            }
            Thread.onSpinWait();
        }
        parked.set(worker, Thread.currentThread());
        while (phase == now) {
            LockSupport.park(this);
        }
        parked.set(worker, null);
    }

    /** Ends the threads. Not while a run is under way. */
    @Override
    public void close() {
        closed = true;
        await(0);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
