package dev.jink.gazebo.flight;

import dev.jink.calibration.CameraModel;
import dev.jink.gazebo.link.GazeboFolder;
import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Motion;
import dev.jink.sim.camera.Pose;
import dev.jink.sim.drone.Course;
import dev.jink.sim.trial.Simulator;
import dev.jink.sim.trial.TrialSettings;

/**
 * One flight outside of the trial protocol, for who paces it: half a picture's period at a time, so
 * that a command waits no longer than that. The drone hovers until it is told otherwise. One thread.
 */
public final class GazeboFlight implements AutoCloseable {
    private final GazeboSimulator simulator;
    private final Course course;
    private final int stepsPerPart;
    private final Motion motion = new Motion();
    private long parts;
    private double progressM;

    /**
     * Starts Gazebo in the stage of a seed; takes about 4 s.
     *
     * @throws IllegalStateException in one line, when it doesn't start
     */
    public GazeboFlight(TrialSettings settings, long seed) {
        simulator = new GazeboSimulator(GazeboFolder.usual().required(), settings.drone());
        var stage = settings.stage(seed);
        course = stage.course();
        int stepsPerFrame = Simulator.stepsPerFrame(simulator.stepSeconds(), stage.frameHz());
        if (stepsPerFrame % 2 != 0) {
            throw new IllegalArgumentException(
                    "gazebo: got "
                            + stage.frameHz()
                            + " pictures a second, wanted an even number of steps of 4 ms between"
                            + " two, as 31.25 or 25 have");
        }
        stepsPerPart = stepsPerFrame / 2;
        simulator.reset(stage);
        simulator.odometry(motion);
    }

    public CameraModel camera() {
        return simulator.camera();
    }

    /** Real time that one {@link #advance} stands for. */
    public long periodNanos() {
        return Math.round(stepsPerPart * simulator.stepSeconds() * 1e9);
    }

    /** The velocity to fly from the next part on. Copied. */
    public void obey(Command setpoint) {
        simulator.obey(setpoint);
    }

    /**
     * Flies half a picture's period.
     *
     * @return whether there is a new picture
     */
    public boolean advance() {
        simulator.advance(stepsPerPart);
        simulator.odometry(motion);
        progressM = Math.max(progressM, course.lengthM() - toGoalM());
        return ++parts % 2 == 0;
    }

    /** The last picture, rgb8 [height][width][3]; rewritten by the next one. */
    public byte[] colour() {
        return simulator.colour();
    }

    public Pose pose() {
        return simulator.pose();
    }

    /** As a flight controller reports it; its stamp is the time since the start. */
    public void odometry(Motion out) {
        simulator.odometry(out);
    }

    /**
     * How the body turns, in its own frame FLU.
     *
     * @param out [3] rad/s
     */
    public void turnRate(double[] out) {
        simulator.turnRate(out);
    }

    /** The velocity that leads to the goal from here. */
    public void wanted(Command out) {
        course.wanted(motion.x, motion.y, motion.z, motion.yaw, out);
    }

    /** Simulated seconds since the start. */
    public double seconds() {
        return motion.stampNanos * 1e-9;
    }

    public boolean over() {
        return touched() || reachedGoal();
    }

    public boolean touched() {
        return simulator.touched();
    }

    public boolean reachedGoal() {
        return !touched() && toGoalM() <= course.goalRadiusM();
    }

    private double toGoalM() {
        return course.toGoalM(motion.x, motion.y);
    }

    public double progressM() {
        return progressM;
    }

    public double closestM() {
        return simulator.closestM();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
