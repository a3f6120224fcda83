package dev.jink.launch.ros;

import dev.jink.calibration.CameraModel;
import dev.jink.launch.PictureSource.Picture;
import dev.jink.rcljava.OffHeapBytes;

import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.publisher.Publisher;
import org.ros2.rcljava.qos.QoSProfile;

import sensor_msgs.msg.CameraInfo;
import sensor_msgs.msg.Image;

import std_msgs.msg.Header;

import java.lang.foreign.MemorySegment;
import java.time.Instant;

/** What a ROS 2 camera driver publishes: {@code image_raw} and {@code camera_info}. One thread. */
final class CameraTopics {
    private final String frameId;
    private final Publisher<Image> images;
    private final Publisher<CameraInfo> infos;
    private final Image image = new Image();

    CameraTopics(Node node, String frameId) {
        this.frameId = frameId;
        images = node.createPublisher(Image.class, "image_raw", QoSProfile.sensorData());
        infos = node.createPublisher(CameraInfo.class, "camera_info", QoSProfile.sensorData());
    }

    /** A picture with this header stamp, nanoseconds since 1970. */
    void publish(Picture picture, long stampNanos) {
        stamp(image.getHeader(), stampNanos, frameId);
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

    /** A picture as it was recorded, but for its stamp. */
    void publish(Image recorded, long stampNanos) {
        stamp(recorded.getHeader(), stampNanos, recorded.getHeader().getFrameId());
        images.publish(recorded);
    }

    /** The calibration. */
    void publish(CameraModel camera, long stampNanos) {
        CameraInfo info = new CameraInfo();
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
        info.getHeader().setFrameId(frameId);
        publish(info, stampNanos);
    }

    /** A calibration as it was recorded, but for its stamp. */
    void publish(CameraInfo recorded, long stampNanos) {
        stamp(recorded.getHeader(), stampNanos, recorded.getHeader().getFrameId());
        infos.publish(recorded);
    }

    static void stamp(Header header, long nanos, String frameId) {
        header.getStamp()
                .setSec((int) (nanos / 1_000_000_000L))
                .setNanosec((int) (nanos % 1_000_000_000L));
        header.setFrameId(frameId);
    }

    static long now() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }
}
