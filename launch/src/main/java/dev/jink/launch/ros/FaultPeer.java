package dev.jink.launch.ros;

import geometry_msgs.msg.TwistStamped;

import org.ros2.rcljava.RCLJava;
import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.publisher.Publisher;
import org.ros2.rcljava.qos.QoSProfile;

import sensor_msgs.msg.Image;
import sensor_msgs.msg.LaserScan;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that dies: a camera whose end comes while it sends a picture of 1920x1080 bgr8, or a controller that listens
 * reliably and is killed.
 */
public final class FaultPeer {
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final int CHANNELS = 3;
    private static final int PICTURES = 8;
    private static final long PERIOD_NANOS = 66_000_000L;
    private static final long HALT_NANOS = 2_000_000L;
    private static final int KILLED = 137;

    private FaultPeer() {}

    /** Starts one: {@code camera} or {@code controller}. */
    public static Process start(String role) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FaultPeer.class.getName(),
                        role)
                .redirectErrorStream(true)
                .start();
    }

    public static void main(String[] role) {
        RCLJava.rclJavaInit();
        Node node = RCLJava.createNode("fault_" + role[0]);
        if (role[0].equals("camera")) {
            flood(node);
        } else {
            node.createSubscription(
                    TwistStamped.class, "cmd_vel", command -> {}, QoSProfile.keepLast(1));
            node.createSubscription(
                    LaserScan.class, "obstacles", scan -> {}, QoSProfile.keepLast(1));
            System.out.println("ready");
            RCLJava.spin(node);
        }
    }

    private static void flood(Node node) {
        Publisher<Image> images =
                node.createPublisher(Image.class, "image_raw", QoSProfile.sensorData());
        Image image = new Image().setWidth(WIDTH).setHeight(HEIGHT).setEncoding("bgr8");
        image.setStep(WIDTH * CHANNELS).setData(new byte[WIDTH * HEIGHT * CHANNELS]);
        while (images.getSubscriptionCount() == 0) {
            Thread.onSpinWait();
        }
        System.out.println("ready");
        for (int i = 0; ; i++) {
            if (i == PICTURES) {
                // Sending 6 MB in datagrams of 64 KB takes longer than this.
                Thread.ofPlatform().start(FaultPeer::halt);
            }
            Instant now = Instant.now();
            image.getHeader()
                    .getStamp()
                    .setSec((int) now.getEpochSecond())
                    .setNanosec(now.getNano());
            images.publish(image);
            LockSupport.parkNanos(i < PICTURES ? PERIOD_NANOS : 0);
        }
    }

    /** Ends without a goodbye, as by SIGKILL. */
    private static void halt() {
        LockSupport.parkNanos(HALT_NANOS);
        Runtime.getRuntime().halt(KILLED);
    }
}
