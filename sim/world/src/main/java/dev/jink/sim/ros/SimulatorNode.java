package dev.jink.sim.ros;

import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Motion;
import dev.jink.sim.camera.Pose;
import dev.jink.sim.drone.Course;
import dev.jink.sim.scene.Forest;
import dev.jink.sim.scene.Scene;

import java.util.List;

/**
 * A simulated drone on ROS 2, in real time: the {@link DroneTopics}, with pictures in mono8. It
 * hovers and publishes until the first cmd_vel comes, then flies.
 *
 * <p>One flight per node. Threads: the caller's flies, {@code sim-camera} takes pictures, that of
 * the topics receives.
 */
public final class SimulatorNode implements AutoCloseable {
    private static final long TICK_NANOS = 4_000_000L;
    private static final int TICKS_PER_ODOMETRY = 4;

    private final SimulatorSettings settings;
    private final Scene scene;
    private final LiveDrone drone;
    private final DroneTopics topics;
    private final Motion motion = new Motion();
    private final Command wanted = new Command();
    private final double[] turnRate = new double[3];
    private volatile boolean stopped;

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
        topics = new DroneTopics("jink_simulator", rosArguments, this::obey);
    }

    private void obey(double vx, double vy, double vz, double yawRate) {
        drone.obey(vx, vy, vz, yawRate, System.nanoTime());
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
        CameraFeed feed =
                new CameraFeed(topics.images(), topics.infos(), scene, drone, settings, listener);
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
                topics.strangeCommands(),
                feed.renderMs(0.5),
                feed.renderMs(0.99));
    }

    private void await(CameraFeed feed) {
        long end = System.nanoTime() + (long) (settings.waitSeconds() * 1e9);
        long tick = 0;
        while (!stopped && (feed.frames() == 0 || !settings.straight() && drone.commands() == 0)) {
            if (System.nanoTime() > end) {
                throw topics.unanswered("simulator", settings.waitSeconds(), feed.frames());
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
            drone.wanted(wanted);
            topics.tell(pose, motion, turnRate, wanted);
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
