package dev.jink.launch.ros;

import dev.jink.calibration.GrayConversion;
import dev.jink.calibration.board.GrayPicture;
import dev.jink.rcljava.OffHeapBytes;
import dev.jink.sim.ros.Listening;

import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.qos.QoSProfile;

import sensor_msgs.msg.Image;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Pictures of a live sensor_msgs/Image topic, in grey: the newest one each time, what comes while its
 * reader is busy is dropped. Arrives on a thread of its own; {@link #next} belongs to one caller.
 */
public final class TopicPictures implements AutoCloseable {
    /**
     * One picture.
     *
     * @param stampS its header's stamp, s
     * @param arrivalS when it came, s since 1970 by this machine's clock
     */
    public record Taken(GrayPicture picture, double stampS, double arrivalS) {}

    private final BlockingQueue<Taken> newest = new ArrayBlockingQueue<>(1);
    private final Listening listening;
    private GrayConversion conversion;
    private volatile RuntimeException refusal;
    private int number;

    public TopicPictures(String topic) {
        listening = new Listening("jink_calibrate");
        subscribe(listening.node(), topic);
        listening.begin();
    }

    /** On a node that someone else serves. */
    TopicPictures(Node node, String topic) {
        listening = null;
        subscribe(node, topic);
    }

    private void subscribe(Node node, String topic) {
        node.createSubscription(Image.class, topic, this::arrived, QoSProfile.sensorData());
    }

    private void arrived(Image image) {
        double arrivalS = Seconds.now();
        try {
            GrayPicture picture = gray(image);
            newest.poll();
            newest.offer(new Taken(picture, Seconds.of(image.getHeader().getStamp()), arrivalS));
        } catch (RuntimeException e) {
            refusal = e;
        }
    }

    private GrayPicture gray(Image image) {
        int width = image.getWidth();
        int height = image.getHeight();
        if (conversion == null || !conversion.fits(image.getEncoding(), width, height)) {
            conversion = GrayConversion.of(image.getEncoding(), width, height);
        }
        OffHeapBytes data = (OffHeapBytes) image.getData();
        MemorySegment pixels = data.segment().asSlice(0, data.size());
        MemorySegment gray = conversion.run(pixels, image.getStep());
        byte[] copy = new byte[width * height];
        for (int y = 0; y < height; y++) {
            MemorySegment.copy(
                    gray, ValueLayout.JAVA_BYTE, y * conversion.grayStep(), copy, y * width, width);
        }
        return new GrayPicture("frame " + number++, width, height, copy);
    }

    /**
     * The newest picture.
     *
     * @return null when none came in that time
     * @throws RuntimeException the refusal of a picture that can't be read, in one line
     */
    public Taken next(long nanos) throws InterruptedException {
        Taken picture = newest.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        if (picture == null && refusal != null) {
            throw refusal;
        }
        return picture;
    }

    /** One line for a topic on which nothing came. */
    public static String nothing(String topic, String what, double seconds, String type) {
        return topic
                + ": got no "
                + what
                + " in "
                + Math.round(seconds)
                + " s, wanted "
                + type
                + ": check the name, ROS_DOMAIN_ID and JINK_INTERFACE";
    }

    @Override
    public void close() {
        if (listening != null) {
            listening.close();
        }
    }
}
