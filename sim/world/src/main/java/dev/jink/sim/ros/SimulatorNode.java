package dev.jink.sim.ros;

import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Motion;
import dev.jink.sim.camera.Pose;
import dev.jink.sim.drone.Course;
import dev.jink.sim.scene.Forest;
import dev.jink.sim.scene.Scene;

import geometry_msgs.msg.Twist;
import geometry_msgs.msg.TwistStamped;

import nav_msgs.msg.Odometry;

import org.ros2.rcljava.RCLJava;
import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.node.NodeOptions;
import org.ros2.rcljava.publisher.Publisher;
import org.ros2.rcljava.qos.QoSProfile;

import sensor_msgs.msg.CameraInfo;
import sensor_msgs.msg.Image;

import java.util.ArrayList;
import java.util.List;

/**
 * A simulated drone on ROS 2, in real time. Publishes {@code image_raw} (mono8), {@code
 * camera_info}, {@code odometry} and {@code cmd_vel_in} (the way to the goal, base_link FLU), obeys
 * {@code cmd_vel} (base_link). It hovers and publishes until the first cmd_vel comes, then flies.
 *
 * <p>One flight per node. Threads: the caller's flies, {@code sim-camera} takes pictures, {@code
 * sim-ros} receives.
 */
public final class SimulatorNode implements AutoCloseable {
    private static final long TICK_NANOS = 4_000_000L;
    private static final int TICKS_PER_ODOMETRY = 4;

    private final SimulatorSettings settings;
    private final Scene scene;
    private final LiveDrone drone;
    private final Node node;
    private final Publisher<Image> images;
    private final Publisher<CameraInfo> infos;
    private final Publisher<Odometry> odometry;
    private final Publisher<TwistStamped> wish;
    private final Odometry odometryMessage = new Odometry();
    private final TwistStamped wishMessage = new TwistStamped();
    private final Motion motion = new Motion();
    private final Command wanted = new Command();
    private final double[] turnRate = new double[3];
    private final Thread spinner;
    private volatile boolean stopped;
    private volatile long strangeCommands;

    /**
     * Builds the world and joins the graph.
     *
     * @param rosArguments as after {@code --ros-args}: remaps, namespace, node name; may be empty
     * @throws IllegalStateException in one line when the domain can't be joined
     */
    public SimulatorNode(SimulatorSettings settings, List<String> rosArguments) {
        this.settings = settings;
        scene = Forest.course(settings.seed(), settings.forest());
        Course course = Course.ahead(settings.forest().goalM(), settings.speed());
        drone =
                new LiveDrone(
                        scene, course, settings.drone(), settings.straight(), System.nanoTime());
        RCLJava.rclJavaInit();
        NodeOptions options = new NodeOptions();
        options.setCliArgs(new ArrayList<>(rosArguments));
        node = RCLJava.createNode("jink_simulator", "", RCLJava.getDefaultContext(), options);
        QoSProfile newest = QoSProfile.sensorData().setDepth(1);
        images = node.createPublisher(Image.class, "image_raw", newest);
        infos = node.createPublisher(CameraInfo.class, "camera_info", newest);
        odometry = node.createPublisher(Odometry.class, "odometry", newest);
        wish = node.createPublisher(TwistStamped.class, "cmd_vel_in", QoSProfile.keepLast(1));
        node.createSubscription(TwistStamped.class, "cmd_vel", this::obey, newest);
        spinner = Thread.ofPlatform().name("sim-ros").daemon().start(() -> RCLJava.spin(node));
    }

    private void obey(TwistStamped message) {
        if (!message.getHeader().getFrameId().equals(Messages.BASE_FRAME)) {
            strangeCommands++;
            return;
        }
        Twist twist = message.getTwist();
        drone.obey(
                twist.getLinear().getX(),
                twist.getLinear().getY(),
                twist.getLinear().getZ(),
                twist.getAngular().getZ(),
                System.nanoTime());
    }

    /** The world that is flown through. */
    public Scene scene() {
        return scene;
    }

    /**
     * Waits for the pilot and flies until contact, goal, time limit or {@link #stop}.
     *
     * @throws IllegalStateException in one line when no cmd_vel came in the time to wait
     */
    public Flight fly(FlightListener listener) throws InterruptedException {
        CameraFeed feed = new CameraFeed(images, infos, scene, drone, settings, listener);
        Thread camera = Thread.ofPlatform().name("sim-camera").daemon().start(feed);
        try {
            await(feed);
            drone.begin();
            long tick = 0;
            while (!stopped && !drone.over() && drone.seconds() < settings.limitSeconds()) {
                turn(tick++);
            }
        } finally {
            feed.stop();
            camera.join(2000);
        }
        return drone.flight(
                feed.frames(),
                feed.lateFrames(),
                strangeCommands,
                feed.renderMs(0.5),
                feed.renderMs(0.99));
    }

    private void await(CameraFeed feed) {
        long end = System.nanoTime() + (long) (settings.waitSeconds() * 1e9);
        long tick = 0;
        while (!stopped && (feed.frames() == 0 || !settings.straight() && drone.commands() == 0)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "simulator: no cmd_vel on "
                                + node.getNamespace()
                                + " after "
                                + settings.waitSeconds()
                                + " s and "
                                + feed.frames()
                                + " pictures, wanted one from the node: start it, on the same"
                                + " ROS_DOMAIN_ID, and see whether it says \"active\"");
            }
            turn(tick++);
        }
    }

    /** One tick of flying and telling. */
    private void turn(long tick) {
        WallTime.until(System.nanoTime() + TICK_NANOS);
        drone.advance(System.nanoTime());
        if (tick % TICKS_PER_ODOMETRY == 0) {
            Pose pose = drone.odometry(motion, turnRate);
            motion.stampNanos = WallTime.epochNanos();
            Messages.odometry(pose, motion, turnRate, odometryMessage);
            odometry.publish(odometryMessage);
            drone.wanted(wanted);
            Messages.stamp(wishMessage.getHeader(), motion.stampNanos, Messages.BASE_FRAME);
            Messages.twist(wanted, wishMessage);
            wish.publish(wishMessage);
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
        RCLJava.shutdown();
        try {
            spinner.join(1000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
