package dev.jink.launch.ros;

import dev.jink.calibration.CameraModel;
import dev.jink.calibration.Mount;
import dev.jink.calibration.flight.OdometryTrack;
import dev.jink.rcljava.OffHeapBytes;
import dev.jink.sim.camera.CameraRays;
import dev.jink.sim.camera.Pose;
import dev.jink.sim.camera.Renderer;
import dev.jink.sim.camera.Sensor;
import dev.jink.sim.camera.SensorSettings;
import dev.jink.sim.camera.Shot;
import dev.jink.sim.scene.Scene;
import dev.jink.sim.scene.SceneKind;
import dev.jink.sim.scene.Scenes;

import nav_msgs.msg.Odometry;

import org.ros2.rcljava.RCLJava;
import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.publisher.Publisher;
import org.ros2.rcljava.qos.QoSProfile;

import sensor_msgs.msg.Image;

import std_msgs.msg.Header;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * A drone on DDS that flies by its odometry exactly: rendered beforehand, then told at its own times.
 * Its pictures arrive a known time after they were taken.
 */
final class RenderedDrone {
    static final double DELAY_S = 0.06;
    private static final double SECONDS = 6;
    private static final double ODOMETRY_S = 0.01;
    private static final int ODOMETRY_A_PICTURE = 8;

    private final Publisher<Image> camera;
    private final Publisher<Odometry> state;
    private final Image image = new Image();
    private final Odometry odometry = new Odometry();
    private final List<double[]> samples = new ArrayList<>();
    private final List<byte[]> pictures = new ArrayList<>();

    RenderedDrone(String name, CameraModel lens, Mount mount) {
        RCLJava.rclJavaInit();
        Node node = RCLJava.createNode("test_drone");
        camera = node.createPublisher(Image.class, name + "/image_raw", QoSProfile.sensorData());
        state = node.createPublisher(Odometry.class, name + "/odometry", QoSProfile.sensorData());
        int bytes = lens.width() * lens.height();
        image.setWidth(lens.width())
                .setHeight(lens.height())
                .setEncoding("mono8")
                .setStep(lens.width());
        ((OffHeapBytes) image.getData()).reserve(bytes).resize(bytes);
        for (int i = 0; i * ODOMETRY_S <= SECONDS + 1; i++) {
            double t = i * ODOMETRY_S;
            samples.add(
                    new double[] {
                        t,
                        2,
                        0.7 * Math.sin(1.9 * t),
                        0.7 * Math.cos(1.7 * t),
                        0.1 * Math.sin(1.7 * t),
                        0.15 * Math.sin(2.3 * t + 1),
                        0.5 * Math.cos(2.6 * t)
                    });
        }
        render(lens, mount);
    }

    private void render(CameraModel lens, Mount mount) {
        OdometryTrack track = new OdometryTrack(samples);
        Scene scene = Scenes.generate(SceneKind.STREET, 1);
        Pose start = Pose.of(2, 0, 2.5, 0, 0, 0);
        Renderer renderer = new Renderer(CameraRays.of(lens));
        Shot shot = new Shot(lens.width(), lens.height());
        Sensor sensor = new Sensor(lens.width(), lens.height());
        for (int i = 0; i * ODOMETRY_S < SECONDS; i += ODOMETRY_A_PICTURE) {
            OdometryTrack.Motion motion = track.between(0, i * ODOMETRY_S);
            double[] m = motion.movedM();
            Pose body = start.then(Pose.of(Mount.of(motion.rotation(), m[0], m[1], m[2])));
            renderer.render(scene, body.then(Pose.of(mount)), shot);
            byte[] gray = new byte[lens.width() * lens.height()];
            sensor.expose(shot, SensorSettings.flight(), i, gray);
            pictures.add(gray);
        }
    }

    /** Flies from now on. */
    void fly() throws InterruptedException {
        double beganS = Seconds.now();
        int late = (int) Math.round(DELAY_S / ODOMETRY_S);
        for (int i = 0; i < samples.size(); i++) {
            double ahead = beganS + i * ODOMETRY_S - Seconds.now();
            if (ahead > 0) {
                Thread.sleep((long) (1000 * ahead));
            }
            double[] s = samples.get(i);
            stamp(odometry.getHeader(), beganS + s[0]);
            odometry.getTwist().getTwist().getLinear().setX(s[1]).setY(s[2]).setZ(s[3]);
            odometry.getTwist().getTwist().getAngular().setX(s[4]).setY(s[5]).setZ(s[6]);
            state.publish(odometry);
            int taken = i - late;
            if (taken >= 0
                    && taken % ODOMETRY_A_PICTURE == 0
                    && taken / ODOMETRY_A_PICTURE < pictures.size()) {
                byte[] gray = pictures.get(taken / ODOMETRY_A_PICTURE);
                stamp(image.getHeader(), beganS + taken * ODOMETRY_S);
                OffHeapBytes data = (OffHeapBytes) image.getData();
                MemorySegment.copy(MemorySegment.ofArray(gray), 0, data.segment(), 0, gray.length);
                camera.publish(image);
            }
        }
    }

    private static void stamp(Header header, double seconds) {
        header.getStamp()
                .setSec((int) seconds)
                .setNanosec((int) Math.round(1e9 * (seconds - (int) seconds)) % 1_000_000_000);
    }
}
