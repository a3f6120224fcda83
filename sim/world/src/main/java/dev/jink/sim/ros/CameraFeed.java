package dev.jink.sim.ros;

import dev.jink.calibration.CameraModel;
import dev.jink.perception.avoid.Command;
import dev.jink.sim.camera.CameraRays;
import dev.jink.sim.camera.FlightCamera;
import dev.jink.sim.camera.Renderer;
import dev.jink.sim.camera.Sensor;
import dev.jink.sim.camera.SensorSettings;
import dev.jink.sim.camera.Shot;
import dev.jink.sim.scene.Scene;

import org.ros2.rcljava.publisher.Publisher;

import sensor_msgs.msg.CameraInfo;
import sensor_msgs.msg.Image;

import java.util.Arrays;

/**
 * The camera's thread. Each picture is rendered before its moment, from where the drone is expected
 * to be then, and published at that moment with its stamp: so rendering costs no latency, and what
 * a new command changes in one period is millimetres.
 */
final class CameraFeed implements Runnable {
    private static final int MOST_TIMES = 1 << 16;

    private final CameraModel camera = FlightCamera.model();
    private final Renderer renderer = new Renderer(CameraRays.of(camera));
    private final Shot shot = new Shot(camera.width(), camera.height());
    private final Sensor sensor = new Sensor(camera.width(), camera.height());
    private final byte[] gray = new byte[camera.width() * camera.height()];
    private final Image image = Messages.image(camera);
    private final CameraInfo info = Messages.info(camera);
    private final Command obeyed = new Command();
    private final float[] renderMs = new float[MOST_TIMES];
    private final Publisher<Image> images;
    private final Publisher<CameraInfo> infos;
    private final Scene scene;
    private final LiveDrone drone;
    private final SensorSettings settings;
    private final long seed;
    private final long periodNanos;
    private final FlightListener listener;
    private volatile boolean running = true;
    private volatile long frames;
    private volatile long lateFrames;

    CameraFeed(
            Publisher<Image> images,
            Publisher<CameraInfo> infos,
            Scene scene,
            LiveDrone drone,
            SimulatorSettings simulator,
            FlightListener listener) {
        this.images = images;
        this.infos = infos;
        this.scene = scene;
        this.drone = drone;
        this.listener = listener;
        settings = simulator.sensor();
        seed = simulator.seed();
        periodNanos = Math.round(1e9 / simulator.frameHz());
    }

    @Override
    public void run() {
        warmUp();
        long count = 0;
        long late = 0;
        long moment = System.nanoTime() + periodNanos;
        while (running && !Thread.currentThread().isInterrupted()) {
            long before = System.nanoTime();
            renderer.render(scene, drone.expected(moment), shot);
            sensor.expose(shot, settings, seed * 1_000_003 + count, gray);
            renderMs[(int) (count % MOST_TIMES)] = (System.nanoTime() - before) / 1e6f;
            WallTime.until(moment);
            long slip = System.nanoTime() - moment;
            publish();
            frames = ++count;
            if (slip > periodNanos / 2) {
                lateFrames = ++late;
            }
            // The schedule stays on its grid: moments that have passed are left out.
            moment += periodNanos * (1 + Math.max(0, slip / periodNanos));
            drone.obeyed(obeyed);
            listener.picture(
                    drone.here(),
                    obeyed,
                    drone.progressM(),
                    drone.closestM(),
                    gray,
                    camera.width(),
                    camera.height());
        }
    }

    /** Until the compiler has done its work: the first pictures must keep the schedule too. */
    private void warmUp() {
        long end = System.nanoTime() + 1_500_000_000L;
        for (int i = 0; i < 60 && System.nanoTime() < end; i++) {
            renderer.render(scene, drone.expected(0), shot);
            sensor.expose(shot, settings, i, gray);
        }
        sensor.reset();
    }

    private void publish() {
        long stamp = WallTime.epochNanos();
        Messages.stamp(info.getHeader(), stamp, Messages.CAMERA_FRAME);
        infos.publish(info);
        Messages.stamp(image.getHeader(), stamp, Messages.CAMERA_FRAME);
        image.setData(gray);
        images.publish(image);
    }

    void stop() {
        running = false;
    }

    long frames() {
        return frames;
    }

    long lateFrames() {
        return lateFrames;
    }

    /** Milliseconds that making a picture took, by quantile 0..1; after the feed has stopped. */
    double renderMs(double quantile) {
        int count = (int) Math.min(frames, MOST_TIMES);
        if (count == 0) {
            return 0;
        }
        float[] sorted = Arrays.copyOf(renderMs, count);
        Arrays.sort(sorted);
        return sorted[Math.min(count - 1, (int) (quantile * count))];
    }
}
