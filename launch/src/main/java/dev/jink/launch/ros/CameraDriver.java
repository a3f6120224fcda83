package dev.jink.launch.ros;

import dev.jink.calibration.CameraModel;
import dev.jink.launch.PictureSource.Picture;

import org.ros2.rcljava.RCLJava;
import org.ros2.rcljava.node.Node;

/** A camera and nothing else on the wire: {@code image_raw} and {@code camera_info} of one stamp. One thread. */
public final class CameraDriver implements AutoCloseable {
    private final CameraTopics topics;

    /** @param frameId of the optical frame */
    public CameraDriver(String frameId) {
        RCLJava.rclJavaInit();
        Node node = RCLJava.createNode("jink_camera");
        topics = new CameraTopics(node, frameId);
    }

    /** Publishes a picture with its calibration; the stamp is now. */
    public void publish(Picture picture, CameraModel camera) {
        long stamp = CameraTopics.now();
        topics.publish(camera, stamp);
        topics.publish(picture, stamp);
    }

    @Override
    public void close() {
        RCLJava.shutdown();
    }
}
