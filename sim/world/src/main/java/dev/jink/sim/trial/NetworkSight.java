package dev.jink.sim.trial;

import dev.jink.calibration.CameraModel;
import dev.jink.calibration.CellRays;
import dev.jink.calibration.Mount;
import dev.jink.kernels.model.ModelFileException;
import dev.jink.kernels.plan.Plan;
import dev.jink.perception.frame.Encoding;
import dev.jink.perception.sight.Coverage;
import dev.jink.perception.sight.Detector;
import dev.jink.perception.sight.ObstacleGrid;
import dev.jink.perception.sight.Rectifier;
import dev.jink.sim.camera.CameraRays;
import dev.jink.sim.camera.FlightCamera;
import dev.jink.sim.camera.Pose;
import dev.jink.sim.camera.Renderer;
import dev.jink.sim.camera.Sensor;
import dev.jink.sim.camera.SensorSettings;
import dev.jink.sim.camera.Shot;
import dev.jink.sim.scene.Scene;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/** The node's eyes: flight camera, sensor, rectifier, network, as in the air. */
final class NetworkSight implements Sight {
    private final CameraModel camera = FlightCamera.model();
    private final Renderer renderer = new Renderer(CameraRays.of(camera));
    private final Shot shot = new Shot(camera.width(), camera.height());
    private final Sensor sensor = new Sensor(camera.width(), camera.height());
    private final MemorySegment gray =
            Arena.ofAuto().allocate((long) camera.width() * camera.height(), 64);
    private final SensorSettings settings;
    private final Detector detector;
    private final Rectifier rectifier;
    private final Coverage coverage;
    private final MemorySegment picture;
    private final ObstacleGrid grid;

    NetworkSight(Path model, SensorSettings settings, double minConfidence)
            throws ModelFileException {
        this.settings = settings;
        detector = new Detector(Plan.load(model));
        rectifier = Rectifier.of(camera, Mount.FORWARD, detector.virtualCamera());
        coverage = detector.coverage(rectifier);
        picture = rectifier.allocatePicture();
        grid = detector.newGrid(minConfidence);
    }

    @Override
    public CellRays rays() {
        return detector.cellRays();
    }

    @Override
    public void reset() {
        sensor.reset();
    }

    @Override
    public ObstacleGrid look(Scene scene, Pose pose, long seed) {
        renderer.render(scene, pose, shot);
        sensor.expose(shot, settings, seed, gray);
        rectifier.rectify(
                gray, camera.width(), camera.height(), camera.width(), Encoding.MONO8, picture);
        detector.detect(picture, coverage, grid);
        return grid;
    }

    @Override
    public void close() {
        rectifier.close();
        detector.close();
    }
}
