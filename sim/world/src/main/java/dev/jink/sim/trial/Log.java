package dev.jink.sim.trial;

import dev.jink.perception.avoid.Motion;
import dev.jink.sim.drone.Course;
import dev.jink.sim.drone.TrackPoint;

import java.util.ArrayList;
import java.util.List;

/** A flight's log, kept from its odometry alone: any simulator's flights are scored alike. */
final class Log {
    private static final double TRACK_SECONDS = 0.1;
    private static final double ROUNDING_SECONDS = 1e-6;

    private final long seed;
    private final Pilot pilot;
    private final Course course;
    private final Energy energy = new Energy();
    private final List<TrackPoint> track = new ArrayList<>();
    private double progressM;
    private double pathM;
    private boolean reached;
    private TrackPoint here;

    Log(long seed, Pilot pilot, Course course) {
        this.seed = seed;
        this.pilot = pilot;
        this.course = course;
    }

    void moved(Motion own) {
        double seconds = own.stampNanos * 1e-9;
        TrackPoint now = new TrackPoint(seconds, own.x, own.y, own.z, own.yaw);
        if (here != null) {
            double dx = now.x() - here.x();
            double dy = now.y() - here.y();
            double dz = now.z() - here.z();
            pathM += Math.sqrt(dx * dx + dy * dy + dz * dz);
        }
        here = now;
        energy.moved(own);
        if (track.isEmpty()
                || seconds - track.getLast().seconds() >= TRACK_SECONDS - ROUNDING_SECONDS) {
            track.add(now);
        }
        progressM = Math.max(progressM, course.lengthM() - course.toGoalM(own.x, own.y));
        reached |= course.toGoalM(own.x, own.y) <= course.goalRadiusM();
    }

    boolean reached() {
        return reached;
    }

    Flown flown(boolean collided, double closestM, int frames) {
        if (!track.getLast().equals(here)) {
            track.add(here);
        }
        return new Flown(
                seed,
                pilot,
                collided,
                reached && !collided,
                here.seconds(),
                course.lengthM(),
                progressM,
                pathM,
                closestM,
                energy.joules(),
                frames,
                List.copyOf(track));
    }
}
