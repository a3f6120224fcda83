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
            double[] ms = new Rounds(rounds).medianMs(engine.plan()::run, fp32::run, int8::run);
            engine.check();
            return new TwinTimes(ms[0], ms[1], ms[2]);
        }
    }
}
