package dev.jink.gazebo.ros;

import dev.jink.calibration.CameraModel;
import dev.jink.gazebo.flight.GazeboFlight;
import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Motion;
import dev.jink.sim.ros.DroneTopics;
import dev.jink.sim.ros.Messages;
import dev.jink.sim.ros.WallTime;

import org.ros2.rcljava.publisher.Publisher;
import org.ros2.rcljava.qos.QoSProfile;

import rosgraph_msgs.msg.Clock;

import sensor_msgs.msg.CameraInfo;
import sensor_msgs.msg.Image;

import java.util.List;

/**
 * A drone in Gazebo on ROS 2: the {@link DroneTopics}, with pictures in rgb8, and {@code /clock}.
 * It hovers and publishes until the first cmd_vel comes, then flies.
 *
 * <p>Real time as long as Gazebo keeps up, else as fast as it goes. Stamps and {@code /clock} are the
 * system's time of the publishing, so that a deadline counted from a stamp means what it says.
 *
 * <p>Threads: the caller's steps Gazebo and publishes, that of the topics receives.
 */
public final class GazeboNode implements AutoCloseable {
    private final GazeboFlight flight;
    private final DroneTopics topics;
    private final Publisher<Clock> clock;
    private final Image image;
    private final CameraInfo info;
    private final Clock clockMessage = new Clock();
    private final Motion motion = new Motion();
    private final Command wanted = new Command();
    private final Command newest = new Command();
    private final double[] turnRate = new double[3];
    private long commands;
    private volatile boolean stopped;

    /**
     * What became of a flight.
     *
     * @param pictures published, those of the wait for the pilot included
     * @param commands cmd_vel messages obeyed
     * @param seconds simulated, from the first command on
     * @param realTime simulated seconds per second of that time: 1 = Gazebo kept up
     */
    public record Flown(
            long pictures,
            long commands,
            boolean touched,
            boolean reachedGoal,
            double progressM,
            double closestM,
            double seconds,
            double realTime) {}

    /**
     * Joins the graph.
     *
     * @param flight that has not begun; not closed with the node
     * @param rosArguments as after {@code --ros-args}; may be empty
     * @throws IllegalStateException in one line when the domain can't be joined
     */
    public GazeboNode(GazeboFlight flight, List<String> rosArguments) {
        this.flight = flight;
        CameraModel camera = flight.camera();
        image = Messages.image(camera).setEncoding("rgb8").setStep(3 * camera.width());
        info = Messages.info(camera);
        topics = new DroneTopics("jink_gazebo", rosArguments, this::hear);
        QoSProfile newestOnly = QoSProfile.sensorData().setDepth(1);
        clock = topics.node().createPublisher(Clock.class, "/clock", newestOnly);
    }

    private void hear(double vx, double vy, double vz, double yawRate) {
        synchronized (newest) {
            newest.set(vx, vy, vz, yawRate);
            commands++;
        }
    }

    /**
     * Waits for the pilot and flies until contact, goal, time limit or {@link #stop}.
     *
     * @param limitSeconds of simulated time
     * @param waitSeconds for the first cmd_vel
     * @throws IllegalStateException in one line, when none comes or Gazebo fails
     */
    public Flown fly(double limitSeconds, double waitSeconds) {
        long giveUp = System.nanoTime() + (long) (waitSeconds * 1e9);
        long moment = System.nanoTime();
        long pictures = 0;
        long begun = 0;
        double hovered = 0;
        while (!stopped && !flight.over()) {
            if (begun == 0 && heard() > 0) {
                begun = System.nanoTime();
                hovered = flight.seconds();
            }
            if (begun == 0 && System.nanoTime() > giveUp) {
                throw topics.unanswered("gazebo", waitSeconds, pictures);
            }
            if (begun != 0 && flight.seconds() - hovered >= limitSeconds) {
                break;
            }
            obey();
            boolean picture = flight.advance();
            moment = Math.max(moment + flight.periodNanos(), System.nanoTime());
            WallTime.until(moment);
            publish(picture, begun != 0);
            pictures += picture ? 1 : 0;
        }
        double seconds = begun == 0 ? 0 : flight.seconds() - hovered;
        double spent = (System.nanoTime() - begun) * 1e-9;
        return new Flown(
                pictures,
                heard(),
                flight.touched(),
                flight.reachedGoal(),
                flight.progressM(),
                flight.closestM(),
                seconds,
                begun == 0 ? 0 : seconds / spent);
    }

    private long heard() {
        synchronized (newest) {
            return commands;
        }
    }

    private void obey() {
        synchronized (newest) {
            flight.obey(newest);
        }
    }

    private void publish(boolean picture, boolean flying) {
        long stamp = WallTime.epochNanos();
        Messages.stamp(clockMessage.getClock(), stamp);
        clock.publish(clockMessage);
        flight.odometry(motion);
        motion.stampNanos = stamp;
        flight.turnRate(turnRate);
        if (flying) {
            flight.wanted(wanted);
        }
        topics.tell(flight.pose(), motion, turnRate, wanted);
        if (picture) {
            Messages.stamp(info.getHeader(), stamp, Messages.CAMERA_FRAME);
            topics.infos().publish(info);
            Messages.stamp(image.getHeader(), stamp, Messages.CAMERA_FRAME);
            image.setData(flight.colour());
            topics.images().publish(image);
        }
    }

    /** Ends the flight soon; any thread. */
    public void stop() {
        stopped = true;
    }

    /** Leaves the graph. */
    @Override
    public void close() {
        stopped = true;
        topics.close();
    }
}
