package dev.jink.sim.trial;

import dev.jink.kernels.model.ModelFileException;
import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Motion;
import dev.jink.sim.drone.Course;

import java.nio.file.Path;
import java.util.ArrayDeque;

/**
 * Closed-loop flights in lock-step: the world waits for the pilot, so that a flight depends on its
 * seed and settings only. One object flies many seeds, one after another, on one thread.
 *
 * <p>The clock counts the simulator's steps. A picture is due every so many; its command takes
 * effect the latency later. A flight ends at the goal, with a contact, or with its time.
 */
public final class Trial implements AutoCloseable {
    private final TrialSettings settings;
    private final Simulator simulator;
    private final Guide guide;
    private final Witness witness;
    private final int stepsPerFrame;
    private final int latencySteps;
    private final Motion own = new Motion();
    private final Command wanted = new Command();

    /**
     * A trial in this room's own world.
     *
     * @param model the network, for the pilots that look through it; else not read, may be null
     * @throws ModelFileException in one line when the model can't be used
     */
    public Trial(TrialSettings settings, Pilot pilot, Path model) throws ModelFileException {
        this(settings, pilot, model, new WorldSimulator(settings.drone()), Witness.NONE);
    }

    /**
     * @param simulator closed with the trial
     * @param witness is shown every frame
     */
    public Trial(
            TrialSettings settings, Pilot pilot, Path model, Simulator simulator, Witness witness)
            throws ModelFileException {
        this.settings = settings;
        this.simulator = simulator;
        this.witness = witness;
        guide = Guide.of(pilot, settings.planner(), model, simulator);
        stepsPerFrame = Simulator.stepsPerFrame(simulator.stepSeconds(), settings.frameHz());
        latencySteps = (int) Math.round(settings.latencySeconds() / simulator.stepSeconds());
    }

    /** Flies one seed's course. */
    public Flown run(long seed) {
        Stage stage = settings.stage(seed);
        Course course = stage.course();
        simulator.reset(stage);
        guide.reset(stage.movers().isEmpty());
        witness.begin(stage, simulator);
        Log log = new Log(seed, guide.pilot(), course);
        ArrayDeque<Due> pending = new ArrayDeque<>();
        int limit = (int) (settings.limitSeconds() / simulator.stepSeconds());
        int step = 0;
        int frames = 0;
        simulator.odometry(own);
        log.moved(own);
        while (step < limit && !simulator.touched() && !log.reached() && !guide.stuck()) {
            if (step % stepsPerFrame == 0) {
                course.wanted(own.x, own.y, own.z, own.yaw, wanted);
                Command answer = new Command();
                guide.answer(wanted, own, answer);
                answer.frameStampNanos = own.stampNanos;
                pending.add(new Due(step + latencySteps, answer));
                witness.frame(own, answer, guide.picture());
                frames++;
            }
            while (!pending.isEmpty() && pending.getFirst().step() <= step) {
                simulator.obey(pending.removeFirst().command());
            }
            int next = Math.min(limit, step + stepsPerFrame - step % stepsPerFrame);
            if (!pending.isEmpty()) {
                next = Math.min(next, pending.getFirst().step());
            }
            simulator.advance(next - step);
            step = next;
            simulator.odometry(own);
            log.moved(own);
        }
        return log.flown(simulator.touched(), simulator.closestM(), frames);
    }

    /** What the pilot's work of each frame took, ns, of all flights so far. */
    public Timing timing() {
        return guide.timing();
    }

    @Override
    public void close() {
        guide.close();
        simulator.close();
    }

    private record Due(int step, Command command) {}
}
