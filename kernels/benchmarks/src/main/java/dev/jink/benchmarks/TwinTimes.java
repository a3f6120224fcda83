package dev.jink.benchmarks;

import ai.onnxruntime.OrtException;

import dev.jink.kernels.KernelProvider;
import dev.jink.kernels.model.Model;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * What one picture costs a network, beside its twins of the same shapes in ONNX Runtime, all on one
 * thread and in turn.
 *
 * @param engineMs the engine, widest kernels, median milliseconds
 * @param fp32Ms ONNX Runtime in float
 * @param int8Ms ONNX Runtime in 8 bits
 */
public record TwinTimes(double engineMs, double fp32Ms, double int8Ms) {
    private static final long STACK_BYTES = 256L << 20;
    private static final long BLOCK_NANOS = 300_000_000;
    private static final long MOST_NANOS = 30_000_000_000L;
    private static final int STEADY_BLOCKS = 6;
    private static final double FASTER = 0.97;

    /**
     * Takes the times; the engine's output is compared with the scalar path's first.
     *
     * @param rounds of each side, odd
     * @throws IllegalStateException in one line, when ONNX Runtime can't run a twin
     */
    public static TwinTimes of(Model model, int rounds) {
        // ONNX Runtime recurses deeper than the main thread's stack goes; its overflow ends the
        // JVM.
        FutureTask<TwinTimes> task = new FutureTask<>(() -> measure(model, rounds));
        Thread thread = new Thread(null, task, "twins", STACK_BYTES);
        thread.start();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the twins ran", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        }
    }

    private static TwinTimes measure(Model model, int rounds) throws OrtException {
        try (Engine engine = Engine.checked(model, KernelProvider.choose().path(), 1);
                OnnxTwin fp32 = OnnxTwin.open(new ChainOnnx(model, false).bytes(), 1);
                OnnxTwin int8 = OnnxTwin.open(new ChainOnnx(model, true).bytes(), 1)) {
            settle(engine.plan()::run);
            double[] ms = new Rounds(rounds).medianMs(engine.plan()::run, fp32::run, int8::run);
            engine.check();
            return new TwinTimes(ms[0], ms[1], ms[2]);
        }
    }

    /**
     * Runs until C2 is through, however few processors it gets: until a block is no longer faster
     * than the best so far, several times on end.
     */
    private static void settle(Runnable work) {
        long begin = System.nanoTime();
        double best = Double.MAX_VALUE;
        int steady = 0;
        while (steady < STEADY_BLOCKS && System.nanoTime() - begin < MOST_NANOS) {
            long start = System.nanoTime();
            int runs = 0;
            do {
                work.run();
                runs++;
            } while (System.nanoTime() - start < BLOCK_NANOS);
            double nanos = (System.nanoTime() - start) / (double) runs;
            steady = nanos < FASTER * best ? 0 : steady + 1;
            best = Math.min(best, nanos);
        }
    }
}
