package dev.jink.sim.trial;

import dev.jink.calibration.CellRays;
import dev.jink.perception.sight.ObstacleGrid;
import dev.jink.sim.camera.GridTruth;
import dev.jink.sim.camera.Shot;

/** Perfect eyes over the network's own view: true ranges, as far as the network can tell them. */
final class TrueSight implements Sight {
    /** The network's last threshold: beyond it, everything is clear. */
    private static final float FAR_M = 12;

    private final Simulator simulator;
    private final Shot shot = new Shot(WorldSimulator.TRUTH.width(), WorldSimulator.TRUTH.height());
    private final int columns = shot.width() / GridTruth.CELL;
    private final int rows = shot.height() / GridTruth.CELL;
    private final float[] rangeM = new float[columns * rows];
    private final ObstacleGrid grid = new ObstacleGrid(columns, rows);

    TrueSight(Simulator simulator) {
        this.simulator = simulator;
    }

    @Override
    public CellRays rays() {
        return CellRays.of(WorldSimulator.TRUTH, columns, rows);
    }

    @Override
    public void expose() {
        simulator.depth(shot);
    }

    @Override
    public ObstacleGrid see() {
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
