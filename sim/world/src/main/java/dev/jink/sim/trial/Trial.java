package dev.jink.sim.trial;

import dev.jink.kernels.model.ModelFileException;
import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Motion;
import dev.jink.perception.avoid.Planner;
import dev.jink.perception.sight.ObstacleGrid;
import dev.jink.sim.drone.Contact;
import dev.jink.sim.drone.Course;
import dev.jink.sim.drone.Drone;
import dev.jink.sim.drone.TrackPoint;
import dev.jink.sim.scene.Forest;
import dev.jink.sim.scene.Scene;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Closed-loop flights in lock-step: the world waits for the pilot, so that a flight depends on its
 * seed and settings only. One object flies many seeds, one after another, on one thread.
 */
public final class Trial implements AutoCloseable {
    /**
     * What became of a flight.
     *
     * @param seconds until contact, goal or time limit
     * @param progressM how much nearer the goal came, at best
     * @param closestM least free space around the drone's sphere; 0 or less is a contact
     * @param track ten points a second, and the last
     */
    public record Result(
            long seed,
            Pilot pilot,
            boolean collided,
            boolean reachedGoal,
            double seconds,
            double progressM,
            double closestM,
            int frames,
            List<TrackPoint> track) {

        /** Reached the goal in time without touching anything. */
        public boolean success() {
            return reachedGoal && !collided;
        }
    }

    private final TrialSettings settings;
    private final Pilot pilot;
    private final Sight sight;
    private final Planner planner;
    private final StopOnly stopOnly;
    private final int stepsPerFrame;
    private final int latencySteps;
    private final Motion own = new Motion();
    private final Command wanted = new Command();
    private final Command answer = new Command();

    /**
     * @param model the network, for the pilots that look through it; else not read, may be null
     * @throws ModelFileException in one line when the model can't be used
     */
    public Trial(TrialSettings settings, Pilot pilot, Path model) throws ModelFileException {
        this.settings = settings;
        this.pilot = pilot;
        sight =
                pilot.needsModel()
                        ? new NetworkSight(
                                model, settings.sensor(), settings.planner().minConfidence())
                        : new TrueSight();
        planner = new Planner(settings.planner(), sight.rays());
        stopOnly = new StopOnly(settings.planner(), sight.rays());
        stepsPerFrame =
                Math.max(1, (int) Math.round(1 / (settings.frameHz() * Drone.STEP_SECONDS)));
        latencySteps = (int) Math.round(settings.latencySeconds() / Drone.STEP_SECONDS);
    }

    /** Flies one seed's course. */
    public Result run(long seed) {
        Scene scene = Forest.course(seed, settings.forest());
        Course course = Course.ahead(settings.forest().goalM(), settings.speed());
        Drone drone = course.drone(settings.drone());
        Contact contact = new Contact(scene, settings.drone().radiusM());
        List<TrackPoint> track = new ArrayList<>();
        List<Command> pending = new ArrayList<>();
        sight.reset();
        planner.reset();
        double progress = 0;
        int frames = 0;
        boolean collided = contact.check(drone);
        boolean reached = false;
        int limit = (int) (settings.limitSeconds() / Drone.STEP_SECONDS);
        for (int step = 0; step < limit && !collided && !reached; step++) {
            if (step % stepsPerFrame == 0) {
                pending.add(answer(scene, course, drone, seed * 100_003 + frames));
                pending.getLast().frameStampNanos = step + latencySteps;
                frames++;
            }
            while (!pending.isEmpty() && pending.getFirst().frameStampNanos <= step) {
                Command due = pending.removeFirst();
                drone.command(due.vx, due.vy, due.vz, due.yawRate);
            }
            if (step % 24 == 0) {
                track.add(TrackPoint.of(drone));
            }
            drone.step();
            collided = contact.check(drone);
            reached = course.reached(drone);
            progress = Math.max(progress, course.progressM(drone));
        }
        track.add(TrackPoint.of(drone));
        return new Result(
                seed,
                pilot,
                collided,
                reached && !collided,
                drone.seconds(),
                progress,
                contact.closestM(),
                frames,
                List.copyOf(track));
    }

    private Command answer(Scene scene, Course course, Drone drone, long seed) {
        long nowNanos = Math.round(drone.seconds() * 1e9);
        course.wanted(drone, wanted);
        if (pilot == Pilot.STRAIGHT) {
            answer.set(wanted);
        } else {
            ObstacleGrid grid = sight.look(scene, drone.pose(), seed);
            drone.motion(own);
            own.stampNanos = nowNanos;
            if (pilot == Pilot.STOP_ONLY) {
                stopOnly.steer(grid, wanted, answer);
            } else {
                planner.plan(grid, wanted, own, nowNanos, answer);
            }
        }
        Command copy = new Command();
        copy.set(answer);
        return copy;
    }

    @Override
    public void close() {
        sight.close();
    }
}
