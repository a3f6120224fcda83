package dev.jink.launch.ros;

import dev.jink.calibration.CameraModel;
import dev.jink.launch.PictureSource.Picture;
import dev.jink.launch.ros.RecordedCamera.Answer;
import dev.jink.sim.camera.CameraRays;
import dev.jink.sim.camera.FlightCamera;
import dev.jink.sim.camera.Renderer;
import dev.jink.sim.camera.Sensor;
import dev.jink.sim.camera.SensorSettings;
import dev.jink.sim.camera.Shot;
import dev.jink.sim.drone.Course;
import dev.jink.sim.drone.DroneSettings;
import dev.jink.sim.scene.Forest;
import dev.jink.sim.scene.ForestSettings;
import dev.jink.sim.scene.Scene;

import diagnostic_msgs.msg.DiagnosticArray;
import diagnostic_msgs.msg.KeyValue;

import org.ros2.rcljava.RCLJava;
import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.qos.QoSProfile;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A camera, a pilot and a judge for one node, over DDS: rendered pictures of free ground at 30 Hz, the wish to fly
 * forward, odometry. What goes wrong is switched on and off by the caller; the judge looks at every command that comes.
 *
 * <p>A command is unsafe when it is not finite, faster than the speed limit, when it moves the drone although the last
 * good picture was sent more than {@code 0.6 s} before, or when it moves the drone by a picture older than that.
 */
public final class FaultRig implements AutoCloseable {
    /** What the drone is wanted to fly, m/s. */
    public static final double WISH = 2;

    /** The node that a second one is renamed to. */
    public static final String OTHER = "full";

    private static final String NODE = "jink";
    private static final double FASTEST = 3.001;
    private static final double STANDING = 0.02;
    private static final long BLIND_NANOS = 600_000_000L;
    private static final long PERIOD_NANOS = 33_333_333L;
    private static final int PICTURES = 20;
    private static final long SEED = 7;
    private static final int MOST_NOTED = 5;

    private final CameraModel camera = FlightCamera.model();
    private final List<Picture> pictures = render();
    private final RecordedCamera recorded = new RecordedCamera(this::judge);
    private final Node listener = RCLJava.createNode("fault_rig");
    private final Map<String, String> diagnostics = new ConcurrentHashMap<>();
    private final List<String> unsafe = new ArrayList<>();
    private final Thread feeder;
    private final Thread spinner;
    private volatile boolean looking = true;
    private volatile boolean running = true;
    private volatile long shiftNanos;
    private volatile long goodNanos = System.nanoTime();
    private volatile long commands;
    private volatile double speed;
    private volatile String state = "";
    private int shown;

    public FaultRig() {
        listener.createSubscription(
                DiagnosticArray.class, "/diagnostics", this::noted, QoSProfile.keepLast(10));
        listener.createSubscription(
                std_msgs.msg.String.class, "/jink/state", text -> state = text.getData());
        spinner = Thread.ofPlatform().daemon().name("rig-ears").start(() -> RCLJava.spin(listener));
        feeder = Thread.ofPlatform().daemon().name("rig-camera").start(this::feed);
    }

    /** Views of the demo's course from its start, which differ by the sensor's noise. */
    private static List<Picture> render() {
        CameraModel camera = FlightCamera.model();
        ForestSettings settings = ForestSettings.demo();
        Scene scene = Forest.course(SEED, settings);
        Shot shot = new Shot(camera.width(), camera.height());
        Sensor sensor = new Sensor(camera.width(), camera.height());
        new Renderer(CameraRays.of(camera))
                .render(
                        scene,
                        Course.ahead(settings.goalM(), WISH).drone(DroneSettings.defaults()).pose(),
                        shot);
        List<Picture> list = new ArrayList<>();
        for (int i = 0; i < PICTURES; i++) {
            byte[] gray = new byte[camera.width() * camera.height()];
            sensor.expose(shot, SensorSettings.flight(), SEED + i, gray);
            ByteBuffer pixels = ByteBuffer.allocateDirect(gray.length).put(gray);
            list.add(new Picture("free", camera.width(), camera.height(), "mono8", pixels));
        }
        return list;
    }

    private void feed() {
        long due = System.nanoTime();
        while (running) {
            show();
            // What was held up is left out, not made up for.
            due = Math.max(due + PERIOD_NANOS, System.nanoTime());
            LockSupport.parkNanos(due - System.nanoTime());
        }
    }

    private synchronized void show() {
        double seconds = PERIOD_NANOS / 1e9;
        if (looking) {
            Picture picture = pictures.get(shown++ % PICTURES);
            recorded.publish(picture, camera, WISH, seconds, epochNanos() + shiftNanos);
            if (shiftNanos == 0) {
                goodNanos = System.nanoTime();
            }
        } else {
            recorded.publishContext(camera, WISH, seconds);
        }
    }

    /** Many pictures without a pause between them. */
    public synchronized void burst(int count) {
        for (int i = 0; i < count; i++) {
            recorded.publish(pictures.get(i % PICTURES), camera, WISH, 0, epochNanos());
            goodNanos = System.nanoTime();
        }
    }

    /** Whether pictures are sent. */
    public void look(boolean on) {
        looking = on;
    }

    /** How far the stamps of pictures lie beside the time; others than 0 make them not good. */
    public void shiftStamps(double seconds) {
        shiftNanos = Math.round(seconds * 1e9);
    }

    private void judge(long stampNanos, Answer answer) {
        double v =
                Math.sqrt(
                        answer.vx() * answer.vx()
                                + answer.vy() * answer.vy()
                                + answer.vz() * answer.vz());
        commands = commands + 1;
        speed = v;
        long blind = System.nanoTime() - goodNanos;
        long age = answer.receivedNanos() - stampNanos;
        String why = null;
        if (!Double.isFinite(v + answer.yawRate()) || v > FASTEST) {
            why = "too fast";
        } else if (v > STANDING && blind > BLIND_NANOS) {
            why = "%.0f ms after the last good picture".formatted(blind / 1e6);
        } else if (v > STANDING && stampNanos != 0 && shiftNanos == 0 && age > BLIND_NANOS) {
            why = "by a picture of %.0f ms".formatted(age / 1e6);
        }
        if (why != null) {
            synchronized (unsafe) {
                unsafe.add("%.2f m/s %s".formatted(v, why));
            }
        }
    }

    private void noted(DiagnosticArray array) {
        String name = array.getStatus().getFirst().getName();
        String node = name.substring(0, name.indexOf(':'));
        for (KeyValue value : array.getStatus().getFirst().getValues()) {
            diagnostics.put(node + "." + value.getKey(), value.getValue());
        }
    }

    /** A figure of the last diagnostics; -1 when there is none. */
    public long figure(String key) {
        return figure(NODE, key);
    }

    /** The same of another node. */
    public long figure(String node, String key) {
        return Long.parseLong(diagnostics.getOrDefault(node + "." + key, "-1"));
    }

    /** The last line of the state topic. */
    public String state() {
        return state;
    }

    /** Speed of the last command, m/s. */
    public double speed() {
        return speed;
    }

    public long commands() {
        return commands;
    }

    /** Unsafe commands since the last call: how many, and some of them in words. */
    public List<String> unsafe() {
        synchronized (unsafe) {
            List<String> noted = List.copyOf(unsafe);
            unsafe.clear();
            return noted.size() <= MOST_NOTED
                    ? noted
                    : List.of(noted.size() + " commands, the first " + noted.getFirst());
        }
    }

    private static long epochNanos() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    @Override
    public void close() {
        running = false;
        recorded.close();
        LockSupport.unpark(feeder);
        spinner.interrupt();
    }
}
