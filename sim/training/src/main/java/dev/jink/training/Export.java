package dev.jink.training;

import dev.jink.kernels.Shape;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.plan.Layer;
import dev.jink.kernels.plan.Plan;

import java.lang.foreign.ValueLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From trained tensors to the engine's model, with a golden picture to know it again by. */
final class Export {
    private Export() {}

    /**
     * The network as the engine runs it.
     *
     * @param name of the model, for reports
     * @param card file name of the model card that lies beside it
     * @param golden a developed picture; the engine's reference gives the output it must have
     */
    static Model model(SightNetwork network, String name, String card, Example golden) {
        Architecture a = network.architecture();
        List<Layer> layers = network.export();
        Shape input = new Shape(a.height(), a.width(), 1);
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("name", name);
        metadata.put("virtual_camera", VirtualPicture.CAMERA);
        metadata.put("grid", VirtualPicture.GRID);
        metadata.put("thresholds_m", Ordinal.text());
        metadata.put("surface_thresholds_m", Ordinal.text());
        metadata.put("card", card);
        return new Model(input, layers, metadata, null)
                .withGolden(golden.picture().toArray(ValueLayout.JAVA_BYTE));
    }

    /**
     * Largest difference of any logit between libtorch in evaluation mode and the engine.
     *
     * <p>All signs are taken of the same float32 values in both, so what remains is the order in
     * which the head adds up, about 1e-6 of a logit.
     */
    static float parity(SightNetwork network, Plan plan, List<Example> examples) {
        Predictor ours = Predictor.libtorch(network, Arithmetic.BINARY);
        Predictor engine = Predictor.engine(plan);
        float worst = 0;
        for (Example example : examples) {
            float[] wanted = ours.logits(example);
            float[] got = engine.logits(example);
            for (int i = 0; i < got.length; i++) {
                worst = Math.max(worst, Math.abs(got[i] - wanted[i]));
            }
        }
        return worst;
    }
}
