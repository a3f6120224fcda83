package dev.jink.launch.ros;

import dev.jink.rcljava.dds.DdsParticipant;
import dev.jink.rcljava.dds.DdsSettings;
import dev.jink.rcljava.dds.DdsWriter;

import org.ros2.rcljava.qos.QoSProfile;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Sends malformed payloads to a node as they come, past every encoder: seven images to one of the others each. */
public final class MutantFlood implements AutoCloseable {
    private static final int LARGEST_BYTES = 1 << 17;
    private static final int IMAGES = 7;

    private record Stream(DdsWriter writer, Supplier<byte[]> payloads) {}

    private final DdsParticipant participant = DdsParticipant.open(DdsSettings.ofProcess());
    private final List<Stream> streams = new ArrayList<>();
    private long sent;
    private long images;

    /**
     * @param seed of the mutations
     */
    public MutantFlood(long seed) {
        Mutant mutant = new Mutant(seed);
        open("image_raw", "sensor_msgs::msg::dds_::Image_", mutant::image);
        open("camera_info", "sensor_msgs::msg::dds_::CameraInfo_", mutant::cameraInfo);
        open("odometry", "nav_msgs::msg::dds_::Odometry_", mutant::odometry);
        open("cmd_vel_in", "geometry_msgs::msg::dds_::TwistStamped_", mutant::wish);
    }

    private void open(String topic, String type, Supplier<byte[]> payloads) {
        streams.add(
                new Stream(
                        participant.writer(
                                "rt/" + topic, type, LARGEST_BYTES, QoSProfile.keepLast(1)),
                        payloads));
    }

    /** Whether the node listens to all of it. */
    public boolean isHeard() {
        return streams.stream().allMatch(stream -> stream.writer().matched() > 0);
    }

    /** Sends {@code count} messages, at most {@code hz} a second. */
    public void send(int count, double hz) {
        long due = System.nanoTime();
        for (int i = 0; i < count; i++) {
            int kind = Math.max(0, (int) (sent % (IMAGES + 3)) - IMAGES + 1);
            Stream stream = streams.get(kind);
            byte[] payload = stream.payloads().get();
            stream.writer()
                    .write(
                            buffer -> {
                                MemorySegment.copy(
                                        payload,
                                        0,
                                        buffer,
                                        ValueLayout.JAVA_BYTE,
                                        0,
                                        payload.length);
                                return payload.length;
                            });
            sent++;
            images += kind == 0 ? 1 : 0;
            due += Math.round(1e9 / hz);
            if (due - System.nanoTime() > 1_000_000) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
        }
    }

    public long sent() {
        return sent;
    }

    /** How many of them were images. */
    public long images() {
        return images;
    }

    @Override
    public void close() {
        streams.forEach(stream -> stream.writer().close());
        participant.close();
    }
}
