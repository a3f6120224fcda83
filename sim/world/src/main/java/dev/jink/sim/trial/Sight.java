package dev.jink.sim.trial;

import dev.jink.calibration.CellRays;
import dev.jink.perception.sight.ObstacleGrid;

import java.lang.foreign.MemorySegment;

/** What turns a simulator's present moment into an obstacle grid. One thread. */
interface Sight extends AutoCloseable {
    CellRays rays();

    /** Takes what there is to see from the simulator: in flight this is the camera's work. */
    void expose();

    /** The grid of what was exposed last: the node's work. The same object, rewritten. */
    ObstacleGrid see();

    /** What was exposed last; null when that is no picture. */
    default MemorySegment picture() {
        return null;
    }

    @Override
    void close();
}
