package dev.jink.compiler.runtime;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import dev.jink.compiler.lower.Lowered;
import dev.jink.compiler.lower.PixelScale;
import dev.jink.compiler.onnx.OnnxModel;
import dev.jink.kernels.plan.Plan;

import java.lang.foreign.MemorySegment;

/**
 * A network in ONNX Runtime that is given the engine's pictures and gives its outputs as the engine
 * has them, {@code [h][w][c]}.
 */
public final class Twin implements AutoCloseable {
    private final OnnxSession session;
    private final int[] outputOrder;

    /**
     * @param lowered how its output lies
     */
    public Twin(OnnxModel model, Lowered lowered, PixelScale pixels) {
        session = OnnxSession.open(model, new Feed(model, pixels));
        outputOrder = lowered.outputOrder();
    }

    /** Its output for a picture u8 {@code [h][w][c]}, as the engine has it. */
    public float[] run(byte[] picture) {
        float[] output = session.run(picture).getFirst();
        float[] sorted = new float[output.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[outputOrder[i]] = output[i];
        }
        return sorted;
    }

    /** The engine's output for the same picture. */
    public static float[] run(Plan plan, byte[] picture) {
        MemorySegment.copy(picture, 0, plan.input(), JAVA_BYTE, 0, picture.length);
        plan.run();
        return plan.output().toArray(JAVA_FLOAT);
    }

    @Override
    public void close() {
        session.close();
    }
}
