package dev.jink.sim.trial;

import dev.jink.calibration.CameraModel;
import dev.jink.calibration.CellRays;
import dev.jink.calibration.Mount;
import dev.jink.kernels.model.ModelFileException;
import dev.jink.kernels.plan.Plan;
import dev.jink.perception.sight.Coverage;
import dev.jink.perception.sight.Detector;
import dev.jink.perception.sight.ObstacleGrid;
import dev.jink.perception.sight.Rectifier;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/** The node's eyes over a simulator's camera: rectifier, network, as in the air. */
final class NetworkSight implements Sight {
    private final Simulator simulator;
    private final CameraModel camera;
    private final Detector detector;
    private final Rectifier rectifier;
    private final Coverage coverage;
    private final MemorySegment virtual;
    private final ObstacleGrid grid;
    private MemorySegment picture;

    NetworkSight(Path model, Simulator simulator, double minConfidence) throws ModelFileException {
        this.simulator = simulator;
        camera = simulator.camera();
        detector = new Detector(Plan.load(model));
        rectifier = Rectifier.of(camera, Mount.FORWARD, detector.virtualCamera());
        coverage = detector.coverage(rectifier);
        virtual = rectifier.allocatePicture();
        grid = detector.newGrid(minConfidence);
    }

    @Override
    public CellRays rays() {
        return detector.cellRays();
    }

    @Override
    public void expose() {
        picture = simulator.picture();
    }

    @Override
    public ObstacleGrid see() {
        int step = camera.width() * simulator.encoding().bytesPerPixel();
        rectifier.rectify(
                picture, camera.width(), camera.height(), step, simulator.encoding(), virtual);
        detector.detect(virtual, coverage, grid);
        return grid;
    }

    @Override
    public MemorySegment picture() {
        return picture;
    }

    @Override
    public void close() {
        rectifier.close();
        detector.close();
    }
}
