package dev.jink.compiler;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.jink.compiler.lower.Lowered;
import dev.jink.compiler.lower.PixelScale;
import dev.jink.compiler.onnx.OnnxModel;
import dev.jink.compiler.runtime.Difference;
import dev.jink.compiler.runtime.Twin;
import dev.jink.kernels.KernelProvider;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.plan.Plan;

import java.util.List;

/** A compiled network beside the ONNX one that it was made of, on the same pictures. */
final class Beside {
    private Beside() {}

    static Difference of(
            OnnxModel original,
            Lowered lowered,
            Model compiled,
            PixelScale pixels,
            List<byte[]> pictures) {
        Difference difference = new Difference();
        try (Twin twin = new Twin(original, lowered, pixels);
                Plan plan = Plan.of(compiled, KernelProvider.choose())) {
            for (byte[] picture : pictures) {
                difference.add(Twin.run(plan, picture), twin.run(picture));
            }
        }
        return difference;
    }

    static void write(Difference difference, ObjectNode figures) {
        figures.put("pictures", difference.pictures());
        figures.put("largestDifference", difference.worst());
        figures.put("rootMeanSquare", difference.rootMeanSquare());
        figures.put("relativeError", difference.relative());
        figures.put("correlation", difference.correlation());
    }

    static String line(Difference difference) {
        return "%d pictures: largest difference %.3g, relative error %.2g, correlation %.4f"
                .formatted(
                        difference.pictures(),
                        difference.worst(),
                        difference.relative(),
                        difference.correlation());
    }
}
