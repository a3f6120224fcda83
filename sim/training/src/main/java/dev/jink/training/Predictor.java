package dev.jink.training;

import dev.jink.kernels.plan.Plan;

import org.bytedeco.pytorch.Tensor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Anything that turns a normalised picture into logits. Single-threaded. */
interface Predictor {
    /** Logits of one picture, float [15][20][16]: row, column, obstacles then surfaces. */
    float[] logits(Example example);

    /** What flies: the engine's compiled plan. */
    static Predictor engine(Plan plan) {
        float[] logits = new float[plan.outputShape().elements()];
        return example -> {
            MemorySegment.copy(example.picture(), 0, plan.input(), 0, VirtualPicture.PIXELS);
            plan.run();
            MemorySegment.copy(plan.output(), ValueLayout.JAVA_FLOAT, 0, logits, 0, logits.length);
            return logits;
        };
    }

    /** libtorch in evaluation mode, with running statistics. */
    static Predictor libtorch(SightNetwork network, Arithmetic arithmetic) {
        Batch one = new Batch(1);
        float[][] logits = new float[1][];
        return example -> {
            one.set(0, example);
            Torch.withoutGradient(
                    () -> {
                        Tensor planes = network.forward(one.pixels(), arithmetic, Pass.EVALUATE);
                        logits[0] = Weights.values(planes.permute(0, 2, 3, 1));
                    });
            return logits[0];
        };
    }
}
