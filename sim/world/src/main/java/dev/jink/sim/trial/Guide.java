package dev.jink.sim.trial;

import dev.jink.kernels.model.ModelFileException;
import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Motion;
import dev.jink.perception.avoid.Planner;
import dev.jink.perception.avoid.PlannerSettings;
import dev.jink.perception.sight.ObstacleGrid;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/** A pilot at work: eyes, and what it does with what they see. One thread. */
final class Guide implements AutoCloseable {
    private static final double STANDS = 0.02; // m/s
    private static final double STUCK_SECONDS = 5;

    private final Pilot pilot;
    private final Sight sight;
    private final Planner planner;
    private final StopOnly stopOnly;
    private final Timing timing = new Timing();
    private double stoodSince = Double.NaN;
    private boolean still;
    private boolean stuck;

    private Guide(Pilot pilot, Sight sight, PlannerSettings settings) {
        this.pilot = pilot;
        this.sight = sight;
        planner = new Planner(settings, sight.rays());
        stopOnly = new StopOnly(settings, sight.rays());
    }

    static Guide of(Pilot pilot, PlannerSettings settings, Path model, Simulator simulator)
            throws ModelFileException {
        Sight sight =
                pilot.needsModel()
                        ? new NetworkSight(model, simulator, settings.minConfidence())
                        : new TrueSight(simulator);
        return new Guide(pilot, sight, settings);
    }

    Pilot pilot() {
        return pilot;
    }

    /** @param still whether nothing in this flight's world moves but the drone */
    void reset(boolean still) {
        planner.reset();
        this.still = still;
        stoodSince = Double.NaN;
        stuck = false;
    }

    void answer(Command wanted, Motion own, Command out) {
        if (pilot == Pilot.STRAIGHT) {
            out.set(wanted);
            return;
        }
        sight.expose();
        long before = System.nanoTime();
        ObstacleGrid grid = sight.see();
        if (pilot == Pilot.STOP_ONLY) {
            stopOnly.steer(grid, wanted, out);
            watchForStanding(own);
        } else {
            planner.plan(grid, wanted, own, own.stampNanos, out);
        }
        timing.took(System.nanoTime() - before);
    }

    /** Who only stops and has stood for seconds will stand for ever: no need to watch it do so. */
    private void watchForStanding(Motion own) {
        double seconds = own.stampNanos * 1e-9;
        boolean stands = own.speed() < STANDS && seconds > 1;
        if (!stands) {
            stoodSince = Double.NaN;
        } else if (Double.isNaN(stoodSince)) {
            stoodSince = seconds;
        }
        stuck = still && stands && seconds - stoodSince >= STUCK_SECONDS;
    }

    /** Whether this flight can be called off: it would stay as it is. */
    boolean stuck() {
        return stuck;
    }

    /** What the last answer was to; null for a pilot without a camera. */
    MemorySegment picture() {
        return sight.picture();
    }

    Timing timing() {
        return timing;
    }

    @Override
    public void close() {
        sight.close();
    }
}
