package dev.jink.sim.trial;

import dev.jink.calibration.CellRays;
import dev.jink.calibration.VirtualCamera;
import dev.jink.perception.sight.ObstacleGrid;
import dev.jink.sim.camera.CameraRays;
import dev.jink.sim.camera.GridTruth;
import dev.jink.sim.camera.Pose;
import dev.jink.sim.camera.Renderer;
import dev.jink.sim.camera.Shot;
import dev.jink.sim.scene.Scene;

/** Perfect eyes over the network's own view: true ranges, as far as the network can tell them. */
final class TrueSight implements Sight {
    private static final VirtualCamera CAMERA = VirtualCamera.parse("160 120 80 80 79.5 59.5");

    /** The network's last threshold: beyond it, everything is clear. */
    private static final float FAR_M = 12;

    private final Renderer renderer = new Renderer(CameraRays.of(CAMERA));
    private final Shot shot = new Shot(CAMERA.width(), CAMERA.height());
    private final int columns = CAMERA.width() / GridTruth.CELL;
    private final int rows = CAMERA.height() / GridTruth.CELL;
    private final float[] rangeM = new float[columns * rows];
    private final ObstacleGrid grid = new ObstacleGrid(columns, rows);

    @Override
    public CellRays rays() {
        return CellRays.of(CAMERA, columns, rows);
    }

    @Override
    public void reset() {}

    @Override
    public ObstacleGrid look(Scene scene, Pose pose, long seed) {
        renderer.ranges(scene, pose, shot);
        GridTruth.nearest(shot, rangeM);
        for (int cell = 0; cell < rangeM.length; cell++) {
            float range = rangeM[cell] < FAR_M ? rangeM[cell] : Float.POSITIVE_INFINITY;
            grid.set(cell, range, 1);
        }
        return grid;
    }

    @Override
    public void close() {}
}
