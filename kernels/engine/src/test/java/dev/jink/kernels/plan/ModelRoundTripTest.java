package dev.jink.kernels.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.kernels.KernelProvider;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.model.ModelFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The random models that parity rests on: they hold every kind of layer, and files hold them. */
final class ModelRoundTripTest {
    @TempDir private Path folder;

    @Test
    void shouldReadEveryModelThatItWrote() throws IOException {
        System.out.println("round trip, seeds from 5000");
        Path file = folder.resolve("model.jink");
        Set<Integer> versions = new TreeSet<>();
        for (int seed = 5000; seed < 5300; seed++) {
            Model model = new AwkwardModels(seed).next();
            ModelFile.write(model, file);
            assertEquals(model, ModelFile.read(file), "seed " + seed);
            assertEquals(ModelFile.sha256(model), ModelFile.load(file).sha256(), "seed " + seed);
            versions.add((int) Files.readAllBytes(file)[8]);
        }
        assertEquals(Set.of(1, 2), versions);
    }

    @Test
    void shouldDrawEveryKindOfLayerAndKernel() {
        Set<String> kernels = new TreeSet<>();
        Set<String> words = new TreeSet<>();
        for (int seed = 1; seed <= 400; seed++) {
            Model model = new AwkwardModels(seed).next();
            try (Plan plan = Plan.of(model, KernelProvider.choose())) {
                for (LayerReport layer : plan.report()) {
                    kernels.add(layer.kernel());
                    words.addAll(List.of(layer.layer().split("[ \\d]+")));
                }
            }
        }
        for (String word :
                List.of(
                        "add",
                        "average",
                        "bilinear",
                        "concat",
                        "head",
                        "max",
                        "nearest",
                        "valid",
                        "a",
                        "g",
                        "+other",
                        "+pool",
                        "+x")) {
            assertTrue(words.stream().anyMatch(w -> w.startsWith(word)), word + " not in " + words);
        }
        assertTrue(kernels.contains("and of signs"), kernels::toString);
    }
}
