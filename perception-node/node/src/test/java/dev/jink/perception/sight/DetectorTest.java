package dev.jink.perception.sight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.calibration.CalibrationException;
import dev.jink.calibration.CameraModel;
import dev.jink.calibration.Mount;
import dev.jink.kernels.KernelProvider;
import dev.jink.kernels.Shape;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.plan.Head;
import dev.jink.kernels.plan.InputConv;
import dev.jink.kernels.plan.Plan;
import dev.jink.kernels.plan.RPReLU;

import org.junit.jupiter.api.Test;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class DetectorTest {
    private static final Map<String, String> FACTS =
            Map.of(
                    "virtual_camera", "160 120 80 80 79.5 59.5",
                    "grid", "20 15",
                    "thresholds_m", "1 1.5 2 3 4 6 8 12");

    private static Plan darkIsNear(Map<String, String> facts) {
        return darkIsNear(facts, 8);
    }

    /**
     * A model that calls dark cells near: the first layer's one channel is the cell's middle pixel
     * normalised, and logit k is (128 − pixel) / 4 + k − 12: middle grey is far and black is near.
     * Logits past the eighth call everything near.
     */
    private static Plan darkIsNear(Map<String, String> facts, int logits) {
        byte[] centre = new byte[9];
        centre[4] = 1;
        Shape in = new Shape(120, 160, 1);
        InputConv first =
                new InputConv(
                        in,
                        3,
                        8,
                        centre,
                        128,
                        new float[] {-0.25f},
                        new float[] {0},
                        new RPReLU(new float[] {0}, new float[] {1}, new float[] {0}));
        float[] weights = new float[logits];
        float[] bias = new float[logits];
        Arrays.fill(bias, 9);
        for (int k = 0; k < 8; k++) {
            weights[k] = 1;
            bias[k] = k - 12;
        }
        Head head = new Head(first.out(), logits, weights, bias);
        Model model = new Model(in, List.of(first, head), facts, null);
        return Plan.of(model, KernelProvider.named("scalar"));
    }

    private static Map<String, String> with(String key, String value) {
        Map<String, String> facts = new HashMap<>(FACTS);
        if (value == null) {
            facts.remove(key);
        } else {
            facts.put(key, value);
        }
        return facts;
    }

    /** Even grey with a dark block over the cells of columns 4 and 5, rows 6 to 9. */
    private static MemorySegment picture() {
        MemorySegment picture = Arena.ofAuto().allocate(19_200, 64);
        picture.fill((byte) 150);
        for (int y = 48; y < 80; y++) {
            picture.asSlice(y * 160L + 32, 16).fill((byte) 20);
        }
        return picture;
    }

    @Test
    void shouldSeeWhatTheModelSees() {
        try (Detector detector = new Detector(darkIsNear(FACTS))) {
            ObstacleGrid grid = detector.newGrid(0);
            detector.detect(picture(), grid);
            assertEquals(0.7f, grid.rangeM(7 * 20 + 4), 1e-3);
            assertEquals(Float.POSITIVE_INFINITY, grid.rangeM(7 * 20 + 10));
            assertEquals(20, detector.cellRays().columns());
            assertEquals(160, detector.virtualCamera().width());
            assertTrue(detector.contrast().deviation() > 10);
        }
    }

    @Test
    void shouldReadObstaclesBesideSurfaces() {
        Map<String, String> facts = with("surface_thresholds_m", "2 4");
        try (Detector detector = new Detector(darkIsNear(facts, 10))) {
            ObstacleGrid grid = detector.newGrid(0);
            detector.detect(picture(), grid);
            assertEquals(0.7f, grid.rangeM(7 * 20 + 4), 1e-3);
            assertEquals(Float.POSITIVE_INFINITY, grid.rangeM(7 * 20 + 10));
            assertEquals(Float.POSITIVE_INFINITY, grid.rangeM(299));
        }
    }

    @Test
    void shouldNotKnowWhatTheCameraDoesNotReach() {
        double[] k = {160, 0, 79.5, 0, 160, 59.5, 0, 0, 1};
        CameraModel narrow = CameraModel.of(160, 120, "plumb_bob", new double[5], k);
        Mount level = new Mount(0, 0, 0, 0, 0, 0);
        try (Detector detector = new Detector(darkIsNear(FACTS));
                Rectifier rectifier = Rectifier.of(narrow, level, detector.virtualCamera())) {
            ObstacleGrid grid = detector.newGrid(0);
            detector.detect(picture(), detector.coverage(rectifier), grid);
            assertTrue(Float.isNaN(grid.rangeM(0)));
            assertEquals(0, grid.confidence(0));
            assertTrue(grid.rangeM(7 * 20 + 10) > 12);
        }
    }

    @Test
    void shouldNameTheMetadataThatIsMissing() {
        assertEquals(
                "model: metadata key grid is missing, got the keys [thresholds_m, virtual_camera],"
                        + " wanted virtual_camera, grid and thresholds_m: use a sight model, as"
                        + " jink train writes it",
                refusal(with("grid", null)));
    }

    @Test
    void shouldNameTheMetadataThatCanNotBeRead() {
        assertEquals(
                "model: metadata grid is '20 x 15', wanted 2 whole numbers with a space between"
                        + " them: write the model anew with jink train",
                refusal(with("grid", "20 x 15")));
        assertEquals(
                "model: metadata thresholds_m is '1 two 3', wanted numbers with spaces between"
                        + " them: write the model anew with jink train",
                refusal(with("thresholds_m", "1 two 3")));
        assertTrue(refusal(with("thresholds_m", "1 2 3 4 5 6 8 7")).contains("rising"));
    }

    @Test
    void shouldRefuseAModelWhoseShapesAreNotThoseOfItsMetadata() {
        assertEquals(
                "model: output is 15x20x8 (height x width x channels), wanted 15x10x8 by its"
                        + " metadata grid and thresholds_m: the model is not one for sight, or its"
                        + " metadata is wrong",
                refusal(with("grid", "10 15")));
        assertEquals(
                "model: input is 120x160x1 (height x width x channels), wanted 100x160x1 by its"
                        + " metadata virtual_camera: the model is not one for sight, or its"
                        + " metadata is wrong",
                refusal(with("virtual_camera", "160 100 80 80 79.5 49.5")));
    }

    @Test
    void shouldRefuseAVirtualCameraThatCanNotBeRead() {
        try (Plan plan = darkIsNear(with("virtual_camera", "wide"))) {
            String text =
                    assertThrows(CalibrationException.class, () -> new Detector(plan)).getMessage();
            assertTrue(text.contains("wide"), text);
            assertEquals(1, text.lines().count());
        }
    }

    private static String refusal(Map<String, String> facts) {
        try (Plan plan = darkIsNear(facts)) {
            return assertThrows(IllegalArgumentException.class, () -> new Detector(plan))
                    .getMessage();
        }
    }

    @Test
    void shouldAllocateNothingToDetect() {
        double[] k = {80, 0, 79.5, 0, 80, 59.5, 0, 0, 1};
        CameraModel same = CameraModel.of(160, 120, "plumb_bob", new double[5], k);
        try (Detector detector = new Detector(darkIsNear(FACTS));
                Rectifier rectifier =
                        Rectifier.of(same, new Mount(0, 0, 0, 0, 0, 0), detector.virtualCamera())) {
            Coverage coverage = detector.coverage(rectifier);
            ObstacleGrid grid = detector.newGrid(0.2);
            MemorySegment picture = picture();
            Allocation.assertNone(10_000, () -> detector.detect(picture, coverage, grid));
            assertEquals(20, picture.get(ValueLayout.JAVA_BYTE, 48 * 160 + 32));
        }
    }
}
