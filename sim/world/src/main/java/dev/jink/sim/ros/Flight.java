package dev.jink.sim.ros;

import dev.jink.sim.drone.TrackPoint;

import java.util.List;

/**
 * What became of a live flight.
 *
 * @param frames pictures published, those of the wait for the pilot included
 * @param lateFrames pictures that missed their moment by more than half a period
 * @param commands cmd_vel messages obeyed
 * @param strangeCommands cmd_vel messages ignored: another frame than base_link
 * @param ownBrakes times the simulated controller braked by itself, having heard nothing for 0.5 s
 * @param collisions contacts; the flight ends at the first
 * @param closestM least free space around the drone's sphere
 * @param seconds flown, the wait not included
 * @param renderMsP50 making one picture, median
 * @param renderMsP99 and its 99th percentile
 * @param track ten points a second
 */
public record Flight(
        long frames,
        long lateFrames,
        long commands,
        long strangeCommands,
        int ownBrakes,
        int collisions,
        boolean reachedGoal,
        double progressM,
        double closestM,
        double seconds,
        double renderMsP50,
        double renderMsP99,
        List<TrackPoint> track) {}
