package dev.jink.launch.ros;

import dev.jink.calibration.GrayConversion;
import dev.jink.calibration.board.GrayPicture;
import dev.jink.rcljava.OffHeapBytes;

import org.ros2.rcljava.RCLJava;
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
    private final BlockingQueue<GrayPicture> newest = new ArrayBlockingQueue<>(1);
    private final Thread spinner;
    private GrayConversion conversion;
    private volatile RuntimeException refusal;
    private int number;

    public TopicPictures(String topic) {
        RCLJava.rclJavaInit();
        Node node = RCLJava.createNode("jink_calibrate");
        node.createSubscription(Image.class, topic, this::arrived, QoSProfile.sensorData());
        spinner =
                Thread.ofPlatform().name("topic-pictures").daemon().start(() -> RCLJava.spin(node));
    }

    private void arrived(Image image) {
        try {
            GrayPicture picture = gray(image);
            newest.poll();
            newest.offer(picture);
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
    public GrayPicture next(long nanos) throws InterruptedException {
        GrayPicture picture = newest.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        if (picture == null && refusal != null) {
            throw refusal;
        }
        return picture;
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
