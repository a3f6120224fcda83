package dev.jink.sim.trial;

/** The simulator of this room: as many at once as there are cores. */
public final class WorldKind implements SimulatorKind {
    @Override
    public String name() {
        return "world";
    }

    @Override
    public int atOnce(int cores) {
        return cores;
    }

    @Override
    public Simulator open(TrialSettings settings) {
        return new WorldSimulator(settings.drone());
    }
}
