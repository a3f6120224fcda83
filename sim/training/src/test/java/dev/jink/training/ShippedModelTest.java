package dev.jink.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.kernels.KernelProvider;
import dev.jink.kernels.model.ModelFile;
import dev.jink.kernels.plan.Plan;
import dev.jink.kernels.plan.Verification;
import dev.jink.perception.sight.Detector;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The model in the repository, as it would be installed on a drone. */
class ShippedModelTest {
    private static final Path MODELS = Path.of("..", "..", "perception-node", "models");
    private static final Path MODEL = MODELS.resolve("sight.jink");

    @Test
    void shouldGiveItsGoldenOutputOnEveryKernelPath() throws IOException {
        Verification.Report report = Verification.golden(ModelFile.read(MODEL));
        assertTrue(report.passed(), () -> String.join("\n", report.failures()));
    }

    @Test
    void shouldSuitTheNode() throws IOException {
        try (Detector detector = new Detector(Plan.load(MODEL, KernelProvider.choose()))) {
            assertEquals(VirtualPicture.WIDTH, detector.virtualCamera().width());
            assertEquals(VirtualPicture.CELLS, detector.newGrid(0).cells());
        }
    }

    @Test
    void shouldBeSmall() throws IOException {
        long bytes = Files.size(MODEL);
        assertTrue(bytes < 1_000_000, "model file of " + bytes + " bytes");
    }

    @Test
    void shouldBeTheModelThatItsCardDescribes() throws IOException {
        try (Plan plan = Plan.load(MODEL, KernelProvider.choose())) {
            String card = Files.readString(MODELS.resolve(plan.metadata().get("card")));
            assertTrue(
                    card.contains("`" + plan.sha256() + "`"),
                    () -> "the card is of another model; wanted SHA-256 " + plan.sha256());
            for (String told :
                    new String[] {"launch/jink train", "Seed: ", "Float twin", "1-bit model"}) {
                assertTrue(card.contains(told), "the card doesn't tell: " + told);
            }
        }
    }
}
