package dev.jink.sim.trial;

import dev.jink.calibration.CameraModel;
import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Motion;
import dev.jink.perception.frame.Encoding;
import dev.jink.sim.camera.Shot;

import java.lang.foreign.MemorySegment;

/**
 * A world that trials fly in, in lock-step: it stands still unless it is advanced, so that a flight
 * depends on its stage and its commands only. Flies one stage after another. One thread.
 */
public interface Simulator extends AutoCloseable {
    /** Length of one step of physics, s. */
    double stepSeconds();

    /** The camera (its camera_info); it looks along body +x from the drone's middle. */
    CameraModel camera();

    /** How the pictures' pixels are laid out, without gaps between rows. */
    Encoding encoding();

    /**
     * Begins a flight: a drone that hovers at the course's start, time 0.
     *
     * @throws UnsupportedOperationException in one line, when this simulator lacks something that
     *     the stage asks for
     */
    void reset(Stage stage);

    /** The velocity to fly from the next step on, level body frame FLU. Copied. */
    void obey(Command setpoint);

    /**
     * Flies some steps. Pictures are due every {@link #stepsPerFrame} steps after {@link #reset}; a
     * call never goes past such a moment.
     */
    void advance(int steps);

    /**
     * The camera's picture at this moment, which is one at which a picture is due.
     *
     * @return off-heap, [height][width] pixels; the same memory rewritten each time
     */
    MemorySegment picture();

    /**
     * The truth at a moment at which a picture is due: metres along each ray of the virtual camera
     * (160x120, 90° wide, no distortion, at the camera's place) and whether it meets an obstacle.
     * Ground and ceiling are none.
     *
     * @param out of 160x120; ranges and obstacles are written
     */
    void depth(Shot out);

    /** What the flight controller reports now; its stamp is the time since {@link #reset}, ns. */
    void odometry(Motion out);

    /**
     * Least free space around the drone's sphere since {@link #reset}, m, looked at after every
     * step; 0 or less is a contact.
     */
    double closestM();

    /** Whether the drone has touched anything since {@link #reset}, ground and ceiling too. */
    boolean touched();

    /** Steps from one picture to the next. */
    static int stepsPerFrame(double stepSeconds, double frameHz) {
        return Math.max(1, (int) Math.round(1 / (frameHz * stepSeconds)));
    }

    @Override
    void close();
}
