package dev.jink.perception.ros;

import diagnostic_msgs.msg.DiagnosticArray;

import geometry_msgs.msg.TwistStamped;

import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.publisher.Publisher;
import org.ros2.rcljava.qos.QoSProfile;

import sensor_msgs.msg.LaserScan;

/**
 * The topics by name, relative so that they can be remapped, and the publishers among them.
 *
 * @param rehearsal where commands go while the node warms up: nobody listens, but the way is the
 *     same
 * @param rehearsedObstacles likewise
 */
record Topics(
        Publisher<TwistStamped> command,
        Publisher<TwistStamped> rehearsal,
        Publisher<LaserScan> obstacles,
        Publisher<LaserScan> rehearsedObstacles,
        Publisher<DiagnosticArray> diagnostics,
        Publisher<std_msgs.msg.String> state) {
    static final String IMAGE = "image_raw";
    static final String COMPRESSED = "image_raw/compressed";
    static final String CAMERA_INFO = "camera_info";
    static final String WANTED = "cmd_vel_in";
    static final String ODOMETRY = "odometry";

    static Topics publishedBy(Node node) {
        return new Topics(
                node.createPublisher(TwistStamped.class, "cmd_vel", QoSProfile.keepLast(1)),
                node.createPublisher(TwistStamped.class, "~/rehearsal", QoSProfile.keepLast(1)),
                node.createPublisher(LaserScan.class, "obstacles", QoSProfile.keepLast(1)),
                node.createPublisher(
                        LaserScan.class, "~/rehearsed_obstacles", QoSProfile.keepLast(1)),
                node.createPublisher(DiagnosticArray.class, "/diagnostics", QoSProfile.keepLast(1)),
                node.createPublisher(std_msgs.msg.String.class, "~/state", QoSProfile.keepLast(1)));
    }

    /** The newest message or none: for everything that describes the present. */
    static QoSProfile newestOnly() {
        return QoSProfile.sensorData().setDepth(1);
    }
}
