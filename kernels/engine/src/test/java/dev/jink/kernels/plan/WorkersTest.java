package dev.jink.kernels.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import com.sun.management.ThreadMXBean;

import dev.jink.kernels.KernelProvider;
import dev.jink.kernels.LayerKernel.Step;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.reference.Reference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Several threads on one run: the same bits, no bytes, and an end to it. */
@Timeout(60)
final class WorkersTest {
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    void shouldEqualReferenceOnSeveralThreads(int threads) {
        System.out.println("workers, seeds from 7000");
        for (int seed = 7000; seed < 7060; seed++) {
            AwkwardModels awkward = new AwkwardModels(seed);
            Model model = awkward.next();
            byte[] pixels = awkward.pixels(model);
            float[] wanted = Reference.run(model, pixels);
            for (String path : KernelProvider.available()) {
                try (Plan plan =
                        Plan.of(
                                model,
                                KernelProvider.named(path),
                                Workers.Settings.threads(threads))) {
                    assertEquals(threads, plan.threads());
                    MemorySegment.copy(pixels, 0, plan.input(), JAVA_BYTE, 0, pixels.length);
                    for (int run = 0; run < 3; run++) {
                        plan.run();
                        assertArrayEquals(
                                wanted, plan.output().toArray(JAVA_FLOAT), path + " seed " + seed);
                    }
                }
            }
        }
    }

    @Test
    void shouldAllocateNothingOnAnyThread() {
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Model model = FrameTime.sightModel(new Random(1));
        try (Plan plan = Plan.of(model, KernelProvider.choose(), Workers.Settings.threads(2))) {
            long[] threads =
                    Thread.getAllStackTraces().keySet().stream()
                            .filter(thread -> thread.getName().startsWith("jink-worker"))
                            .mapToLong(Thread::threadId)
                            .toArray();
            assertEquals(1, threads.length);
            long bytes = Long.MAX_VALUE;
            // A method may be thrown back to the interpreter once more before it settles.
            for (int round = 0; round < 10 && bytes > 0; round++) {
                run(plan, 1000);
                long before = allocated(memory, threads[0]);
                run(plan, 200);
                bytes = allocated(memory, threads[0]) - before;
            }
            assertEquals(0, bytes);
        }
    }

    private static long allocated(ThreadMXBean memory, long worker) {
        return memory.getCurrentThreadAllocatedBytes() + memory.getThreadAllocatedBytes(worker);
    }

    private static void run(Plan plan, int times) {
        for (int i = 0; i < times; i++) {
            plan.run();
        }
    }

    @Test
    void shouldParkBetweenRunsAndWakeForTheNext() throws InterruptedException {
        int[] runs = new int[2];
        Step[][] shares = {{() -> runs[0]++}, {() -> runs[1]++}};
        try (Workers workers = new Workers(shares, Workers.Settings.threads(2))) {
            for (int i = 1; i <= 20; i++) {
                workers.run();
                assertArrayEquals(new int[] {i, i}, runs);
                Thread.sleep(2);
            }
        }
    }

    @Test
    void shouldKeepEveryThreadInStep() {
        int threads = 4;
        int layers = 50;
        int[] done = new int[layers];
        Step[][] shares = new Step[threads][layers];
        boolean[] early = {false};
        for (int thread = 0; thread < threads; thread++) {
            for (int layer = 0; layer < layers; layer++) {
                int of = layer;
                shares[thread][layer] =
                        () -> {
                            synchronized (done) {
                                early[0] |= of > 0 && done[of - 1] % threads != 0;
                                done[of]++;
                            }
                        };
            }
        }
        try (Workers workers = new Workers(shares, Workers.Settings.threads(threads))) {
            for (int run = 1; run <= 200; run++) {
                workers.run();
                int wanted = run * threads;
                assertTrue(Arrays.stream(done).allMatch(count -> count == wanted));
            }
        }
        assertTrue(!early[0], "a layer began before the one before it was whole");
    }

    @Test
    void shouldThrowOnTheCallersThreadWhatALayerThrowsOnAnother() {
        Step[][] shares = {
            {() -> {}},
            {
                () -> {
                    throw new IllegalStateException("broken");
                }
            }
        };
        try (Workers workers = new Workers(shares, Workers.Settings.threads(2))) {
            for (int i = 0; i < 3; i++) {
                Exception thrown = assertThrows(IllegalStateException.class, workers::run);
                assertEquals("a layer failed on a worker thread", thrown.getMessage());
                assertEquals("broken", thrown.getCause().getMessage());
            }
        }
    }

    @Test
    void shouldRefuseACoreThatIsNotThere() {
        Step[][] shares = {{() -> {}}, {() -> {}}};
        Workers.Settings settings = new Workers.Settings(2, List.of(1000));
        Exception refusal =
                assertThrows(IllegalArgumentException.class, () -> new Workers(shares, settings));
        assertEquals(
                "plan core: got 1000, wanted a core that this process may use: change the threads",
                refusal.getMessage());
    }

    @Test
    void shouldRefuseAnotherNumberOfCoresThanThreads() {
        Exception refusal =
                assertThrows(
                        IllegalArgumentException.class, () -> new Workers.Settings(3, List.of(0)));
        assertEquals(
                "plan cores: got [0], wanted none, or one for each of the 2 other threads: change"
                        + " the threads",
                refusal.getMessage());
    }
}
