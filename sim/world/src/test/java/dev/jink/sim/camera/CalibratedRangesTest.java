package dev.jink.sim.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.calibration.CameraModel;
import dev.jink.calibration.CellRays;
import dev.jink.calibration.Mount;
import dev.jink.calibration.campaign.RandomCamera;
import dev.jink.calibration.solve.LensModel;
import dev.jink.kernels.plan.Plan;
import dev.jink.perception.frame.Encoding;
import dev.jink.perception.sight.Detector;
import dev.jink.perception.sight.ObstacleGrid;
import dev.jink.perception.sight.Rectifier;
import dev.jink.sim.scene.Scene;
import dev.jink.sim.scene.SceneKind;
import dev.jink.sim.scene.Scenes;

import org.junit.jupiter.api.Test;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Whatever the lens, the network sees the same: rendered scenes through random cameras. */
class CalibratedRangesTest {
    private static final Path MODEL = Path.of("../../perception-node/models/sight.jink");
    private static final int CAMERAS = 20;
    private static final double NOISE = 1.5;

    /** Sees the virtual camera's view and a little more, without distortion. */
    private static final CameraModel IDEAL = CameraModel.pinhole(640, 480, 310, 310, 319.5, 239.5);

    private final Scene[] scenes = {
        Scenes.generate(SceneKind.FOREST, 5), Scenes.generate(SceneKind.WALLS, 6)
    };

    private Detector detector;

    /** Cameras of every model of which each pixel looks forward. */
    private static List<CameraModel> cameras() {
        List<CameraModel> cameras = new ArrayList<>();
        for (long seed = 1; cameras.size() < CAMERAS; seed++) {
            LensModel lens = LensModel.values()[(int) (seed % 3)];
            CameraModel camera = new RandomCamera(seed).draw(lens);
            double[] ray = new double[3];
            boolean forward = true;
            for (int corner = 0; corner < 4; corner++) {
                forward &= camera.ray(corner % 2 * 639, corner / 2 * 479, ray) && ray[2] > 0.06;
            }
            if (forward) {
                cameras.add(camera);
            }
        }
        return cameras;
    }

    private static Pose pose(int scene, double shiftM, double turnRad) {
        return Pose.of(4 + shiftM, shiftM, 1.6, 0.1 * scene + turnRad, turnRad, 0);
    }

    /** What the network says of one picture: inverse ranges in 1/m, NaN where the camera is blind. */
    private double[] look(CameraModel camera, Scene scene, Pose pose, long seed) {
        Shot shot = new Shot(camera.width(), camera.height());
        new Renderer(CameraRays.of(camera)).render(scene, pose, shot);
        SensorSettings settings =
                new SensorSettings(0.42, 0, 1, 0.5, 0.01, 1, 0, 0.45, 0, 0, NOISE, NOISE);
        try (Rectifier rectifier = Rectifier.of(camera, Mount.FORWARD, detector.virtualCamera());
                Arena arena = Arena.ofConfined()) {
            MemorySegment gray = arena.allocate(640 * 480, 64);
            new Sensor(640, 480).expose(shot, settings, seed, gray);
            MemorySegment picture = rectifier.allocatePicture();
            rectifier.rectify(gray, 640, 480, 640, Encoding.MONO8, picture);
            ObstacleGrid grid = detector.newGrid(0);
            detector.detect(picture, detector.coverage(rectifier), grid);
            double[] inverse = new double[grid.cells()];
            for (int cell = 0; cell < inverse.length; cell++) {
                inverse[cell] = grid.seen(cell) ? 1 / grid.rangeM(cell) : Double.NaN;
            }
            return inverse;
        }
    }

    /** Mean difference over the cells that both see, 1/m. */
    private static double difference(double[] a, double[] b) {
        double sum = 0;
        int cells = 0;
        for (int i = 0; i < a.length; i++) {
            if (!Double.isNaN(a[i]) && !Double.isNaN(b[i])) {
                sum += Math.abs(a[i] - b[i]);
                cells++;
            }
        }
        assertTrue(cells > 20, cells + " cells in common");
        return sum / cells;
    }

    @Test
    void shouldSeeTheSameThroughEveryCalibratedLens() throws Exception {
        try (Detector open = new Detector(Plan.load(MODEL))) {
            detector = open;
            double own = 0;
            double through = 0;
            double other = 0;
            // Of cameras that reach all of the virtual camera's view.
            double ownOfWhole = 0;
            double throughWhole = 0;
            int looks = 0;
            List<CameraModel> cameras = cameras();
            for (int i = 0; i < cameras.size(); i++) {
                int scene = i % scenes.length;
                double[] ideal = look(IDEAL, scenes[scene], pose(i, 0, 0), 1);
                // The network's own noise: the same camera a moment later, moved by a centimetre
                // and a third of a degree.
                double moved =
                        difference(ideal, look(IDEAL, scenes[scene], pose(i, 0.01, 0.006), 2));
                double[] seen = look(cameras.get(i), scenes[scene], pose(i, 0, 0), 3);
                double bent = difference(ideal, seen);
                own += moved;
                through += bent;
                if (Arrays.stream(seen).noneMatch(Double::isNaN)) {
                    ownOfWhole += moved;
                    throughWhole += bent;
                }
                // And the yardstick's other end: another place altogether.
                other += difference(ideal, look(IDEAL, scenes[scene], pose(i + 7, 1, 0.3), 4));
                looks++;
            }
            String figures =
                    "mean difference of inverse range, 1/m: own noise %.4f, through other lenses %.4f, elsewhere %.4f; lenses that see the whole view: %.2f of own noise"
                            .formatted(
                                    own / looks,
                                    through / looks,
                                    other / looks,
                                    throughWhole / ownOfWhole);
            System.out.println(figures);
            assertTrue(throughWhole <= ownOfWhole, figures);
            // Narrower lenses leave part of the network's picture grey, and it misses what it can't
            // see.
            assertTrue(through <= 1.25 * own, figures);
            assertTrue(through < 0.5 * other, figures);
        }
    }

    @Test
    void shouldPointCellsAtWhatTheRendererShows() throws Exception {
        try (Detector open = new Detector(Plan.load(MODEL))) {
            CellRays rays = open.cellRays();
            CameraRays truth = CameraRays.of(open.virtualCamera());
            int cell = open.virtualCamera().width() / rays.columns();
            for (int i = 0; i < rays.cells(); i++) {
                int u = i % rays.columns() * cell;
                int v = i / rays.columns() * cell;
                double right = 0;
                double down = 0;
                for (int k = 0; k < cell * cell; k++) {
                    int pixel = (v + k / cell) * open.virtualCamera().width() + u + k % cell;
                    right += truth.right(pixel) / (cell * cell);
                    down += truth.down(pixel) / (cell * cell);
                }
                assertEquals(-right, rays.y(i) / rays.x(i), 1e-5, "cell " + i);
                assertEquals(-down, rays.z(i) / rays.x(i), 1e-5, "cell " + i);
            }
        }
    }
}
