package dev.jink.benchmarks;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import com.sun.management.ThreadMXBean;

import dev.jink.kernels.KernelProvider;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.plan.Plan;
import dev.jink.kernels.plan.Workers;

import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;

/** A plan that is to be timed, checked against the scalar path on a seeded picture first. */
final class Engine implements AutoCloseable {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Plan plan;
    private final byte[] picture;
    private final float[] wanted;

    /**
     * @param wanted the scalar path's output for the picture
     */
    Engine(Plan plan, byte[] picture, float[] wanted) {
        this.plan = plan;
        this.picture = picture;
        this.wanted = wanted;
    }

    /**
     * @throws IllegalStateException when the path and the scalar path differ in any bit
     */
    static Engine checked(Model model, String kernels, int threads) {
        byte[] picture = new byte[model.input().elements()];
        new Random(2).nextBytes(picture);
        float[] wanted;
        try (Plan scalar = Plan.of(model, KernelProvider.named("scalar"))) {
            wanted = run(scalar, picture);
        }
        Plan plan =
                Plan.of(
                        model,
                        KernelProvider.named(kernels),
                        new Workers.Settings(
                                threads,
                                java.util.stream.IntStream.range(1, threads).boxed().toList()));
        Engine engine = new Engine(plan, picture, wanted);
        try {
            engine.check();
        } catch (IllegalStateException e) {
            plan.close();
            throw e;
        }
        return engine;
    }

    /**
     * Runs the picture once more.
     *
     * @throws IllegalStateException when the output differs from the scalar path's in any bit
     */
    void check() {
        if (!Arrays.equals(wanted, run(plan, picture))) {
            throw new IllegalStateException(
                    "kernels %s: got another output than scalar: run jink verify"
                            .formatted(plan.kernelPath()));
        }
    }

    private static float[] run(Plan plan, byte[] picture) {
        MemorySegment.copy(picture, 0, plan.input(), JAVA_BYTE, 0, picture.length);
        plan.run();
        return plan.output().toArray(JAVA_FLOAT);
    }

    Plan plan() {
        return plan;
    }

    /** Heap bytes that one run allocates on the calling thread, once its code is compiled. */
    long allocatedBytes() {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        plan.run();
        long own = THREADS.getCurrentThreadAllocatedBytes();
        long after = THREADS.getCurrentThreadAllocatedBytes();
        return own - before - (after - own);
    }

    @Override
    public void close() {
        plan.close();
    }
}
