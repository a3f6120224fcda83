package dev.jink.sim.trial;

import dev.jink.calibration.CellRays;
import dev.jink.perception.sight.ObstacleGrid;
import dev.jink.sim.camera.Pose;
import dev.jink.sim.scene.Scene;

/** What turns a place in a scene into an obstacle grid. One thread. */
interface Sight extends AutoCloseable {
    CellRays rays();

    /** Before a new flight. */
    void reset();

    /** The grid seen from a pose; the same object every time, rewritten. */
    ObstacleGrid look(Scene scene, Pose pose, long seed);

    @Override
    void close();
}
