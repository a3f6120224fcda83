package dev.jink.gazebo.flight;

import dev.jink.gazebo.link.GazeboFolder;
import dev.jink.sim.trial.Simulator;
import dev.jink.sim.trial.SimulatorKind;
import dev.jink.sim.trial.TrialSettings;

/** {@code gazebo}, found by {@code jink fly} when this room is on its class path. */
public final class GazeboKind implements SimulatorKind {
    @Override
    public String name() {
        return "gazebo";
    }

    /** Each keeps one core busy: physics, renderer and pilot wait for each other. */
    @Override
    public int atOnce(int cores) {
        return cores;
    }

    @Override
    public Simulator open(TrialSettings settings) {
        return new GazeboSimulator(GazeboFolder.usual().required(), settings.drone());
    }
}
