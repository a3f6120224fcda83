package dev.jink.sim.fly;

import dev.jink.calibration.CameraModel;
import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Motion;
import dev.jink.perception.frame.Encoding;
import dev.jink.sim.camera.FlightCamera;
import dev.jink.sim.camera.Shot;
import dev.jink.sim.trial.Simulator;
import dev.jink.sim.trial.Stage;

import java.lang.foreign.MemorySegment;

/** A simulator that has a camera and nothing else. */
final class StillCamera implements Simulator {
    @Override
    public double stepSeconds() {
        return 0.01;
    }

    @Override
    public CameraModel camera() {
        return FlightCamera.small();
    }

    @Override
    public Encoding encoding() {
        return Encoding.MONO8;
    }

    @Override
    public void reset(Stage stage) {}

    @Override
    public void obey(Command setpoint) {}

    @Override
    public void advance(int steps) {}

    @Override
    public MemorySegment picture() {
        return null;
    }

    @Override
    public void depth(Shot out) {}

    @Override
    public void odometry(Motion out) {}

    @Override
    public double closestM() {
        return 0;
    }

    @Override
    public boolean touched() {
        return false;
    }

    @Override
    public void close() {}
}
