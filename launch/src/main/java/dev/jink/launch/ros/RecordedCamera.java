package dev.jink.launch.ros;

import dev.jink.calibration.CameraModel;
import dev.jink.launch.PictureSource.Picture;
import dev.jink.launch.bag.BagMessage;
import dev.jink.launch.ros.RecordedRoles.MadeUp;
import dev.jink.launch.ros.RecordedRoles.Role;
import dev.jink.sim.ros.Listening;

import geometry_msgs.msg.Twist;
import geometry_msgs.msg.TwistStamped;

import nav_msgs.msg.Odometry;

import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.publisher.Publisher;
import org.ros2.rcljava.qos.QoSProfile;

import sensor_msgs.msg.CompressedImage;

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

    /** Name of the node and of the thread that answers arrive on; no longer than Linux keeps of one. */
    public static final String THREAD = "recorded_camera";

    private static final String FRAME_ID = "camera_optical_frame";

    private final Listening listening = new Listening(THREAD);
    private final CameraTopics camera;
    private final Publisher<CompressedImage> compressed;
    private final Publisher<TwistStamped> wanted;
    private final Publisher<Odometry> odometry;
    private final ConcurrentMap<Long, Answer> answers = new ConcurrentHashMap<>();
    private final BiConsumer<Long, Answer> heard;
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
        Node node = listening.node();
        camera = new CameraTopics(node, FRAME_ID);
        compressed =
                node.createPublisher(
                        CompressedImage.class, "image_raw/compressed", QoSProfile.sensorData());
        wanted = node.createPublisher(TwistStamped.class, "cmd_vel_in");
        odometry = node.createPublisher(Odometry.class, "odometry", QoSProfile.sensorData());
        node.createSubscription(TwistStamped.class, "cmd_vel", this::answered);
        listening.begin();
    }

    private void answered(TwistStamped message) {
        Twist twist = message.getTwist();
        Answer answer =
                new Answer(
                        CameraTopics.now(),
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
    public long publish(Picture picture, CameraModel model, double speed, double periodSeconds) {
        return publish(picture, model, speed, periodSeconds, CameraTopics.now());
    }

    /** The same with a header stamp of one's own. */
    long publish(
            Picture picture, CameraModel model, double speed, double periodSeconds, long stamp) {
        publishContext(model, speed, periodSeconds, stamp);
        camera.publish(picture, stamp);
        return stamp;
    }

    /** The picture alone. Returns its stamp, nanoseconds since 1970. */
    public long publish(Picture picture) {
        long stamp = CameraTopics.now();
        camera.publish(picture, stamp);
        return stamp;
    }

    /**
     * A recorded message under the node's own topic name, stamped anew. What the recording lacks is added to each picture:
     * see {@link RecordedRoles}.
     *
     * @return the stamp of a picture; 0 for what is none
     * @throws dev.jink.sim.command.UsageException when the payload is not what its type says
     */
    public long publish(RecordedRoles roles, BagMessage message, MadeUp madeUp) {
        long stamp = CameraTopics.now();
        switch (roles.of(message.topic())) {
            case IMAGE -> {
                fillIn(roles, madeUp, stamp);
                camera.publish(Payloads.image(message), stamp);
                return stamp;
            }
            case COMPRESSED -> {
                fillIn(roles, madeUp, stamp);
                CompressedImage recorded = Payloads.compressed(message);
                CameraTopics.stamp(recorded.getHeader(), stamp, FRAME_ID);
                compressed.publish(recorded);
                return stamp;
            }
            case INFO -> camera.publish(Payloads.info(message), stamp);
            case ODOMETRY -> {
                Odometry recorded = Payloads.odometry(message);
                CameraTopics.stamp(recorded.getHeader(), stamp, recorded.getHeader().getFrameId());
                odometry.publish(recorded);
            }
            case WANTED -> {
                TwistStamped recorded = Payloads.twist(message);
                CameraTopics.stamp(recorded.getHeader(), stamp, recorded.getHeader().getFrameId());
                wanted.publish(recorded);
            }
        }
        return 0;
    }

    private void fillIn(RecordedRoles roles, MadeUp madeUp, long stamp) {
        if (!roles.has(Role.INFO)) {
            camera.publish(madeUp.camera(), stamp);
        }
        if (!roles.has(Role.WANTED)) {
            publishWanted(madeUp.speedMps(), stamp);
        }
        if (!roles.has(Role.ODOMETRY)) {
            odometry.publish(moved(madeUp.periodSeconds(), stamp));
        }
    }

    /** All but a picture, so that the node knows its camera and its motion before the first one. */
    public void publishContext(CameraModel model, double speed, double periodSeconds) {
        publishContext(model, speed, periodSeconds, CameraTopics.now());
    }

    private void publishContext(CameraModel model, double speed, double periodSeconds, long stamp) {
        camera.publish(model, stamp);
        publishWanted(speed, stamp);
        odometry.publish(moved(periodSeconds, stamp));
    }

    private void publishWanted(double speed, long stamp) {
        TwistStamped forward = new TwistStamped();
        CameraTopics.stamp(forward.getHeader(), stamp, "base_link");
        forward.getTwist().getLinear().setX(speed);
        wanted.publish(forward);
    }

    private Odometry moved(double seconds, long stamp) {
        Answer velocity = last;
        yaw += velocity.yawRate() * seconds;
        x += (Math.cos(yaw) * velocity.vx() - Math.sin(yaw) * velocity.vy()) * seconds;
        y += (Math.sin(yaw) * velocity.vx() + Math.cos(yaw) * velocity.vy()) * seconds;
        z += velocity.vz() * seconds;
        Odometry message = new Odometry();
        CameraTopics.stamp(message.getHeader(), stamp, "odom");
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

    @Override
    public void close() {
        listening.close();
    }
}
