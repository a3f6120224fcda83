package dev.jink.sim.trial;

import dev.jink.sim.drone.TrackPoint;

import java.util.List;

/**
 * What became of a flight. Equal seeds and settings give equal records.
 *
 * @param seconds until contact, goal or time limit
 * @param straightM way from start to goal, level
 * @param progressM how much nearer the goal came, at best
 * @param pathM way flown
 * @param closestM least free space around the drone's sphere; 0 or less is a contact
 * @param energyJ used in the air, see {@link Energy}
 * @param track ten points a second, and the last
 */
public record Flown(
        long seed,
        Pilot pilot,
        boolean collided,
        boolean reachedGoal,
        double seconds,
        double straightM,
        double progressM,
        double pathM,
        double closestM,
        double energyJ,
        int frames,
        List<TrackPoint> track) {

    /** Reached the goal in time without touching anything. */
    public boolean success() {
        return reachedGoal && !collided;
    }

    /** Neither reached the goal nor touched anything. */
    public boolean late() {
        return !reachedGoal && !collided;
    }

    /** Mean speed towards the goal, m/s; 0 for a flight that didn't last. */
    public double meanSpeed() {
        return seconds > 0 ? progressM / seconds : 0;
    }

    /** How much longer the path was than the progress it made: 0.1 is a tenth longer. */
    public double pathExcess() {
        return progressM > 0 ? Math.max(0, pathM / progressM - 1) : 0;
    }
}
