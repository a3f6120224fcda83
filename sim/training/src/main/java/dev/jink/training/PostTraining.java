package dev.jink.training;

import dev.jink.compiler.binarize.Binarizer;
import dev.jink.compiler.binarize.Precision;
import dev.jink.compiler.lower.Lowering;
import dev.jink.compiler.lower.PixelScale;
import dev.jink.compiler.onnx.OnnxModel;
import dev.jink.kernels.KernelProvider;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.plan.Plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the float twin is worth when its weights are cut to one bit after training, as {@code jink
 * binarize} does it, instead of being trained that way.
 *
 * @param precision of weights and activations
 * @param score on the pictures that the trained model is judged by
 */
record PostTraining(Precision precision, Score score) {
    /** Pixels reach the twin less the stem's zero point. */
    private static final PixelScale CENTRED =
            new PixelScale(new float[] {StemLayer.ZERO_POINT}, new float[] {1}, null);

    /**
     * Binarizes and judges.
     *
     * @param twin in float
     * @param calibration pictures to lay the levels by; none of those to judge by
     * @param examples pictures to judge by
     * @throws dev.jink.compiler.onnx.OnnxException in one line, when the network can't be binarized
     */
    static PostTraining of(
            SightNetwork twin,
            Precision precision,
            List<Example> calibration,
            List<Example> examples) {
        List<byte[]> pictures = calibration.stream().map(Example::pixels).toList();
        Model model = binarized(twin.onnx(), precision, pictures);
        try (Plan plan = Plan.of(model, KernelProvider.choose())) {
            Predictor engine = Predictor.engine(plan);
            List<float[]> logits = new ArrayList<>();
            for (Example example : examples) {
                logits.add(engine.logits(example).clone());
            }
            return new PostTraining(precision, Score.of(examples, logits, e -> true));
        }
    }

    static Model binarized(OnnxModel twin, Precision precision, List<byte[]> pictures) {
        OnnxModel signs = Binarizer.binarize(twin, CENTRED, pictures, precision, true).onnx();
        return Lowering.lower(signs, CENTRED, Map.of()).model();
    }
}
