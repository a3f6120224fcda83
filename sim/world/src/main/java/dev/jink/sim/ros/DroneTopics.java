package dev.jink.sim.ros;

import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Motion;
import dev.jink.sim.camera.Pose;

import geometry_msgs.msg.Twist;
import geometry_msgs.msg.TwistStamped;

import nav_msgs.msg.Odometry;

import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.publisher.Publisher;
import org.ros2.rcljava.qos.QoSProfile;

import sensor_msgs.msg.CameraInfo;
import sensor_msgs.msg.Image;

import java.util.List;

/**
 * What a simulated drone is to the ROS graph, whatever simulates it: publishes {@code image_raw},
 * {@code camera_info}, {@code odometry} and {@code cmd_vel_in} (the way to the goal, base_link FLU),
 * hears {@code cmd_vel} (base_link). A pilot can't tell the simulators apart.
 *
 * <p>Commands come on a thread of its own; all else is for one other thread.
 */
public final class DroneTopics implements AutoCloseable {
    private final Listening listening;
    private final Publisher<Image> images;
    private final Publisher<CameraInfo> infos;
    private final Publisher<Odometry> odometry;
    private final Publisher<TwistStamped> wish;
    private final Odometry odometryMessage = new Odometry();
    private final TwistStamped wishMessage = new TwistStamped();
    private volatile long strangeCommands;

    /** Who obeys what comes on {@code cmd_vel}. Called on the topics' thread. */
    @FunctionalInterface
    public interface Listener {
        /** m/s forward, left, up; rad/s to the left. */
        void obey(double vx, double vy, double vz, double yawRate);
    }

    /**
     * Joins the graph.
     *
     * @param name of the node, if the arguments give no other
     * @param rosArguments as after {@code --ros-args}: remaps, namespace, node name; may be empty
     * @throws IllegalStateException in one line when the domain can't be joined
     */
    public DroneTopics(String name, List<String> rosArguments, Listener listener) {
        listening = new Listening(name, rosArguments);
        Node node = listening.node();
        QoSProfile newest = QoSProfile.sensorData().setDepth(1);
        images = node.createPublisher(Image.class, "image_raw", newest);
        infos = node.createPublisher(CameraInfo.class, "camera_info", newest);
        odometry = node.createPublisher(Odometry.class, "odometry", newest);
        wish = node.createPublisher(TwistStamped.class, "cmd_vel_in", QoSProfile.keepLast(1));
        node.createSubscription(
                TwistStamped.class, "cmd_vel", each -> hear(each, listener), newest);
        listening.begin();
    }

    private void hear(TwistStamped message, Listener listener) {
        if (!message.getHeader().getFrameId().equals(Messages.BASE_FRAME)) {
            strangeCommands++;
            return;
        }
        Twist twist = message.getTwist();
        listener.obey(
                twist.getLinear().getX(),
                twist.getLinear().getY(),
                twist.getLinear().getZ(),
                twist.getAngular().getZ());
    }

    /** For topics that one simulator has and another hasn't. */
    public Node node() {
        return listening.node();
    }

    public Publisher<Image> images() {
        return images;
    }

    public Publisher<CameraInfo> infos() {
        return infos;
    }

    /** Commands that were in another frame than base_link, and not obeyed; any thread. */
    public long strangeCommands() {
        return strangeCommands;
    }

    /**
     * Publishes where the drone is and where it wants to go, both as of the motion's stamp.
     *
     * @param turnRate body frame FLU, rad/s
     * @param wanted level body frame
     */
    public void tell(Pose pose, Motion motion, double[] turnRate, Command wanted) {
        Messages.odometry(pose, motion, turnRate, odometryMessage);
        odometry.publish(odometryMessage);
        Messages.stamp(wishMessage.getHeader(), motion.stampNanos, Messages.BASE_FRAME);
        Messages.twist(wanted, wishMessage);
        wish.publish(wishMessage);
    }

    /** What to throw when the time to wait is over and no pilot has answered. */
    public IllegalStateException unanswered(String simulator, double waitSeconds, long pictures) {
        return new IllegalStateException(
                simulator
                        + ": no cmd_vel on "
                        + listening.node().getNamespace()
                        + " after "
                        + waitSeconds
                        + " s and "
                        + pictures
                        + " pictures, wanted one from the node: start it, on the same"
                        + " ROS_DOMAIN_ID, and see whether it says \"active\"");
    }

    /** Leaves the graph. */
    @Override
    public void close() {
        listening.close();
    }
}
