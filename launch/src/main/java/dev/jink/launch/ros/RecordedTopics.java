package dev.jink.launch.ros;

import dev.jink.launch.bag.BagTopic;
import dev.jink.launch.bag.BagWriter;
import dev.jink.rcljava.cdr.WireMessage;
import dev.jink.sim.command.UsageException;
import dev.jink.sim.ros.Listening;

import diagnostic_msgs.msg.DiagnosticArray;

import geometry_msgs.msg.TwistStamped;

import nav_msgs.msg.Odometry;

import org.ros2.rcljava.qos.QoSProfile;

import sensor_msgs.msg.CameraInfo;
import sensor_msgs.msg.CompressedImage;
import sensor_msgs.msg.Image;
import sensor_msgs.msg.LaserScan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Topics as they arrive, for a recording. They are heard on a thread of its own and wait in a queue for {@link #write};
 * what finds the queue full is dropped and counted.
 */
public final class RecordedTopics implements AutoCloseable {
    private static final int QUEUE = 64;
    private static final Map<String, Class<? extends WireMessage>> TYPES = new LinkedHashMap<>();

    static {
        for (Class<? extends WireMessage> type :
                List.of(
                        Image.class,
                        CompressedImage.class,
                        CameraInfo.class,
                        Odometry.class,
                        TwistStamped.class,
                        LaserScan.class,
                        DiagnosticArray.class,
                        std_msgs.msg.String.class)) {
            TYPES.put(type.getPackageName().replace('.', '/') + "/" + type.getSimpleName(), type);
        }
    }

    private record Heard(BagTopic topic, long nanos, byte[] payload) {}

    private final BlockingQueue<Heard> queue = new ArrayBlockingQueue<>(QUEUE);
    private final AtomicLong dropped = new AtomicLong();
    private final Listening listening;

    /**
     * @param topics name and type of each
     * @throws UsageException in one line, for a type that isn't known here
     */
    public RecordedTopics(List<BagTopic> topics) {
        for (BagTopic topic : topics) {
            if (!TYPES.containsKey(topic.type())) {
                throw new UsageException(
                        "--topic: got %s of type %s, wanted one of %s; ros2 bag record takes any"
                                .formatted(
                                        topic.name(),
                                        topic.type(),
                                        String.join(", ", TYPES.keySet())));
            }
        }
        listening = new Listening("jink_record");
        topics.forEach(topic -> listen(topic, TYPES.get(topic.type())));
        listening.begin();
    }

    private <T extends WireMessage> void listen(BagTopic topic, Class<T> type) {
        // Best effort hears every writer, reliable or not.
        listening
                .node()
                .createSubscription(
                        type,
                        topic.name(),
                        message -> heard(topic, message),
                        QoSProfile.sensorData());
    }

    private void heard(BagTopic topic, WireMessage message) {
        Heard heard = new Heard(topic, CameraTopics.now(), Payloads.write(message));
        if (!queue.offer(heard)) {
            dropped.incrementAndGet();
        }
    }

    /**
     * Writes what has been heard.
     *
     * @param nanos to wait for the next message
     * @return whether there was one
     */
    public boolean write(BagWriter bag, long nanos) throws InterruptedException {
        Heard heard = queue.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        if (heard == null) {
            return false;
        }
        bag.write(heard.topic(), heard.nanos(), heard.payload());
        return true;
    }

    /** Messages for which there was no room. */
    public long dropped() {
        return dropped.get();
    }

    @Override
    public void close() {
        listening.close();
    }
}
