package dev.jink.launch.ros;

import dev.jink.calibration.CameraModel;
import dev.jink.launch.PictureSource.Picture;
import dev.jink.rcljava.OffHeapBytes;

import geometry_msgs.msg.Twist;
import geometry_msgs.msg.TwistStamped;

import nav_msgs.msg.Odometry;

import org.ros2.rcljava.RCLJava;
import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.publisher.Publisher;
import org.ros2.rcljava.qos.QoSProfile;

import sensor_msgs.msg.CameraInfo;
import sensor_msgs.msg.Image;

import std_msgs.msg.Header;

import java.lang.foreign.MemorySegment;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;

/**
 * Recorded pictures as the camera of a drone: image_raw, camera_info, and the two things a controller would add, the
 * wanted velocity and the odometry. The recording's own motion is not known: the odometry says what the commands that
 * came back would have made of the drone.
 *
 * <p>Answers arrive on this object's own thread; everything else belongs to one caller.
 */
public final class RecordedCamera implements AutoCloseable {
    /** A command as it came back: velocity in the body frame (FLU), m/s and rad/s. */
    public record Answer(long receivedNanos, double vx, double vy, double vz, double yawRate) {}

    private static final String FRAME_ID = "camera_optical_frame";

    private final Node node;
    private final Publisher<Image> images;
    private final Publisher<CameraInfo> infos;
    private final Publisher<TwistStamped> wanted;
    private final Publisher<Odometry> odometry;
    private final Thread spinner;
    private final ConcurrentMap<Long, Answer> answers = new ConcurrentHashMap<>();
    private final BiConsumer<Long, Answer> heard;
    private final Image image = new Image();
    private volatile Answer last = new Answer(0, 0, 0, 0, 0);
    private double x;
    private double y;
    private double z = 1;
    private double yaw;

    public RecordedCamera() {
        this((stampNanos, answer) -> {});
    }

    /**
     * @param heard told of every command and the stamp it carries, on this object's own thread
     */
    public RecordedCamera(BiConsumer<Long, Answer> heard) {
        this.heard = heard;
        RCLJava.rclJavaInit();
        node = RCLJava.createNode("recorded_camera");
        images = node.createPublisher(Image.class, "image_raw", QoSProfile.sensorData());
        infos = node.createPublisher(CameraInfo.class, "camera_info", QoSProfile.sensorData());
        wanted = node.createPublisher(TwistStamped.class, "cmd_vel_in");
        odometry = node.createPublisher(Odometry.class, "odometry", QoSProfile.sensorData());
        node.createSubscription(TwistStamped.class, "cmd_vel", this::answered);
        spinner =
                Thread.ofPlatform()
                        .name("recorded-camera")
                        .daemon()
                        .start(() -> RCLJava.spin(node));
    }

    private void answered(TwistStamped message) {
        Twist twist = message.getTwist();
        Answer answer =
                new Answer(
                        nanos(Instant.now()),
                        twist.getLinear().getX(),
                        twist.getLinear().getY(),
                        twist.getLinear().getZ(),
                        twist.getAngular().getZ());
        builtin_interfaces.msg.Time stamp = message.getHeader().getStamp();
        long stampNanos = stamp.getSec() * 1_000_000_000L + stamp.getNanosec();
        answers.putIfAbsent(stampNanos, answer);
        last = answer;
        heard.accept(stampNanos, answer);
    }

    /** The first answer to the frame with this header stamp; null while there is none. Any thread. */
    public Answer answer(long stampNanos) {
        return answers.get(stampNanos);
    }

    /** Says who looks (camera_info), what is wanted (straight on) and how the drone moves; then the picture. */
    public long publish(Picture picture, CameraModel camera, double speed, double periodSeconds) {
        return publish(picture, camera, speed, periodSeconds, nanos(Instant.now()));
    }

    /** The same with a header stamp of one's own. */
    long publish(
            Picture picture, CameraModel camera, double speed, double periodSeconds, long stamp) {
        publishContext(camera, speed, periodSeconds, stamp);
        publish(picture, stamp);
        return stamp;
    }

    /** The picture alone. Returns its stamp, nanoseconds since 1970. */
    public long publish(Picture picture) {
        long stamp = nanos(Instant.now());
        publish(picture, stamp);
        return stamp;
    }

    private void publish(Picture picture, long stamp) {
        stamp(image.getHeader(), stamp, FRAME_ID);
        int channels = picture.encoding().equals("mono8") ? 1 : 3;
        image.setHeight(picture.height());
        image.setWidth(picture.width());
        image.setEncoding(picture.encoding());
        image.setStep(picture.width() * channels);
        OffHeapBytes data = (OffHeapBytes) image.getData();
        int length = picture.pixels().capacity();
        data.reserve(length).resize(length);
        MemorySegment.copy(
                MemorySegment.ofBuffer(picture.pixels().duplicate().clear()),
                0,
                data.segment(),
                0,
                length);
        images.publish(image);
    }

    /** All but a picture, so that the node knows its camera and its motion before the first one. */
    public void publishContext(CameraModel camera, double speed, double periodSeconds) {
        publishContext(camera, speed, periodSeconds, nanos(Instant.now()));
    }

    private void publishContext(
            CameraModel camera, double speed, double periodSeconds, long stamp) {
        CameraInfo info = new CameraInfo();
        stamp(info.getHeader(), stamp, FRAME_ID);
        info.setWidth(camera.width());
        info.setHeight(camera.height());
        info.setDistortionModel(camera.distortion().rosName());
        info.setD(camera.distortion().coefficients());
        info.setK(camera.k());
        info.setR(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1});
        info.setP(
                new double[] {
                    camera.fx(), 0, camera.cx(), 0, 0, camera.fy(), camera.cy(), 0, 0, 0, 1, 0
                });
        infos.publish(info);
        TwistStamped forward = new TwistStamped();
        stamp(forward.getHeader(), stamp, "base_link");
        forward.getTwist().getLinear().setX(speed);
        wanted.publish(forward);
        odometry.publish(moved(periodSeconds, stamp));
    }

    private Odometry moved(double seconds, long stamp) {
        Answer velocity = last;
        yaw += velocity.yawRate() * seconds;
        x += (Math.cos(yaw) * velocity.vx() - Math.sin(yaw) * velocity.vy()) * seconds;
        y += (Math.sin(yaw) * velocity.vx() + Math.cos(yaw) * velocity.vy()) * seconds;
        z += velocity.vz() * seconds;
        Odometry message = new Odometry();
        stamp(message.getHeader(), stamp, "odom");
        message.setChildFrameId("base_link");
        message.getPose().getPose().getPosition().setX(x).setY(y).setZ(z);
        message.getPose()
                .getPose()
                .getOrientation()
                .setX(0)
                .setY(0)
                .setZ(Math.sin(yaw / 2))
                .setW(Math.cos(yaw / 2));
        Twist twist = message.getTwist().getTwist();
        twist.getLinear().setX(velocity.vx()).setY(velocity.vy()).setZ(velocity.vz());
        twist.getAngular().setZ(velocity.yawRate());
        return message;
    }

    private static void stamp(Header header, long nanos, String frameId) {
        header.getStamp()
                .setSec((int) (nanos / 1_000_000_000L))
                .setNanosec((int) (nanos % 1_000_000_000L));
        header.setFrameId(frameId);
    }

    private static long nanos(Instant instant) {
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }

    @Override
    public void close() {
        RCLJava.shutdown();
        try {
            spinner.join(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
