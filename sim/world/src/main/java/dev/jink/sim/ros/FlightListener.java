package dev.jink.sim.ros;

import dev.jink.perception.avoid.Command;
import dev.jink.sim.drone.TrackPoint;

/** Watches a live flight, for pages and progress lines. Called on the camera's thread: be quick. */
@FunctionalInterface
public interface FlightListener {
    /** Watches nothing. */
    FlightListener NONE = (where, obeyed, progressM, closestM, gray, width, height) -> {};

    /**
     * After every picture.
     *
     * @param where the drone is; its seconds are 0 until the pilot has answered
     * @param obeyed the command in force; reused, copy it
     * @param progressM how much nearer the goal is than at the start
     * @param closestM least free space so far
     * @param gray the picture, u8 [height][width]; reused, copy it
     */
    void picture(
            TrackPoint where,
            Command obeyed,
            double progressM,
            double closestM,
            byte[] gray,
            int width,
            int height);
}
