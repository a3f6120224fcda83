package dev.jink.launch.ros;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.jink.calibration.board.GrayPicture;
import dev.jink.rcljava.OffHeapBytes;

import org.junit.jupiter.api.Test;
import org.ros2.rcljava.RCLJava;
import org.ros2.rcljava.publisher.Publisher;
import org.ros2.rcljava.qos.QoSProfile;

import sensor_msgs.msg.Image;

import java.lang.foreign.ValueLayout;

/** A camera on DDS, as calibrate listens to it. */
final class TopicPicturesTest {
    /** Of this process alone, whoever else flies on this machine. */
    private static final String TOPIC = "/calibrate_test_" + ProcessHandle.current().pid();

    @Test
    void shouldHandOverTheNewestPictureInGrey() throws Exception {
        try (TopicPictures pictures = new TopicPictures(TOPIC)) {
            assertNull(pictures.next(1_000_000), "before there is a camera");
            Publisher<Image> camera =
                    RCLJava.createNode("test_camera")
                            .createPublisher(Image.class, TOPIC, QoSProfile.sensorData());
            Image image = new Image();
            image.setWidth(4);
            image.setHeight(2);
            image.setEncoding("mono8");
            image.setStep(5); // one byte of padding a row
            OffHeapBytes data = (OffHeapBytes) image.getData();
            data.reserve(10).resize(10);
            for (int i = 0; i < 10; i++) {
                data.segment().set(ValueLayout.JAVA_BYTE, i, (byte) (20 * i));
            }
            GrayPicture got = null;
            for (int i = 0; i < 200 && got == null; i++) {
                camera.publish(image);
                TopicPictures.Taken taken = pictures.next(100_000_000);
                got = taken == null ? null : taken.picture();
            }
            assertEquals(4, got.width());
            assertEquals(2, got.height());
            assertEquals(60, got.at(3, 0));
            assertEquals(100, got.at(0, 1), "the second row begins after the padding");
        }
    }
}
