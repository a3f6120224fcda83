package dev.jink.benchmarks;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import dev.jink.kernels.model.Model;
import dev.jink.kernels.plan.Plan;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A plan's float twin in ONNX Runtime, to be run in its place: same layers and shapes in float, one
 * thread. It reads the plan's input and does all that a node with such a network would do, but what
 * it sees stays with it: its weights are made up, and the plan's output is left as it is.
 *
 * <p>One thread at a time. ONNX Runtime recurses deeply: {@link #run} wants a stack of some
 * megabytes.
 */
public final class FloatTwin implements Runnable {
    private static final long STACK_BYTES = 256L << 20;

    private final OrtSession session;
    private final OnnxTensor picture;
    private final FloatBuffer pixels;
    private final float[] seen;
    private final MemorySegment input;

    private FloatTwin(Plan plan, byte[] network) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(network, options);
        }
        input = plan.input();
        pixels =
                ByteBuffer.allocateDirect((int) input.byteSize() * Float.BYTES)
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer();
        long[] shape = {
            1, plan.inputShape().channels(), plan.inputShape().height(), plan.inputShape().width()
        };
        picture = OnnxTensor.createTensor(environment, pixels, shape);
        seen = new float[(int) (plan.output().byteSize() / Float.BYTES)];
    }

    /**
     * @throws IllegalStateException in one line, when ONNX Runtime can't run it
     */
    public static FloatTwin of(Plan plan) {
        Model model = plan.model();
        FutureTask<FloatTwin> task =
                new FutureTask<>(
                        () -> {
                            FloatTwin twin =
                                    new FloatTwin(plan, new ChainOnnx(model, false).bytes());
                            twin.run();
                            return twin;
                        });
        new Thread(null, task, "twin", STACK_BYTES).start();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the twin was made", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        }
    }

    @Override
    public void run() {
        for (int i = 0; i < pixels.capacity(); i++) {
            pixels.put(i, input.get(ValueLayout.JAVA_BYTE, i));
        }
        try (OrtSession.Result result = session.run(Map.of("x", picture))) {
            ((OnnxTensor) result.get(0)).getFloatBuffer().get(seen);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime: " + e.getMessage(), e);
        }
    }
}
