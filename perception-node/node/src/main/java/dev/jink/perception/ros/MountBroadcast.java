package dev.jink.perception.ros;

import dev.jink.calibration.Mount;

import geometry_msgs.msg.TransformStamped;

import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.publisher.Publisher;
import org.ros2.rcljava.qos.QoSProfile;
import org.ros2.rcljava.qos.policies.Durability;

import tf2_msgs.msg.TFMessage;

import java.util.List;

/**
 * The camera's mount as static tf: the optical frame (REP 103: x right, y down, z forward) in the
 * body frame (REP 105: base_link). Said once; whoever comes later is told by the transport.
 */
final class MountBroadcast {
    private MountBroadcast() {}

    /**
     * @param cameraFrame empty = someone else publishes it
     * @param report is told when this rcljava has no tf messages: an overlay need not have them, and
     *     the node flies without
     */
    static void publish(
            Node node,
            String baseFrame,
            String cameraFrame,
            Mount mount,
            long stampNanos,
            Report report) {
        if (cameraFrame.isEmpty()) {
            return;
        }
        try {
            Wire.publish(node, Wire.message(baseFrame, cameraFrame, mount, stampNanos));
        } catch (NoClassDefFoundError absent) {
            report.warn(
                    "tf_static: got no tf2_msgs in this rcljava, wanted it to publish the mount;"
                            + " build it into the overlay, or run static_transform_publisher");
        }
    }

    /** All that needs the messages: loaded only where they are asked for. */
    static final class Wire {
        private Wire() {}

        private static void publish(Node node, TFMessage message) {
            Publisher<TFMessage> publisher =
                    node.createPublisher(
                            TFMessage.class,
                            Topics.TF_STATIC,
                            QoSProfile.keepLast(1).setDurability(Durability.TRANSIENT_LOCAL));
            publisher.publish(message);
        }

        static TFMessage message(
                String baseFrame, String cameraFrame, Mount mount, long stampNanos) {
            TransformStamped camera = new TransformStamped().setChildFrameId(cameraFrame);
            camera.getHeader().setFrameId(baseFrame);
            Stamps.set(camera.getHeader().getStamp(), stampNanos);
            double[] q = mount.opticalOrientation();
            camera.getTransform()
                    .getTranslation()
                    .setX(mount.xM())
                    .setY(mount.yM())
                    .setZ(mount.zM());
            camera.getTransform().getRotation().setX(q[0]).setY(q[1]).setZ(q[2]).setW(q[3]);
            return new TFMessage().setTransforms(List.of(camera));
        }
    }
}
