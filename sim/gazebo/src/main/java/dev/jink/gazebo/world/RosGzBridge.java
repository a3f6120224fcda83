package dev.jink.gazebo.world;

/**
 * The configuration of {@code ros_gz_bridge} under which gz-sim shows the node its topics. The node's
 * {@code cmd_vel} is stamped, as gz-sim takes it from ROS 2 Jazzy on.
 */
final class RosGzBridge {
    static final String FILE = "ros_gz_bridge.yaml";

    private RosGzBridge() {}

    static String of(CameraRig rig) {
        StringBuilder all = new StringBuilder();
        all.append(toRos("/clock", "/clock", "rosgraph_msgs/msg/Clock", "gz.msgs.Clock"));
        all.append(
                toRos(
                        "image_raw",
                        own("camera/image_raw"),
                        "sensor_msgs/msg/Image",
                        "gz.msgs.Image"));
        all.append(
                toRos(
                        "camera_info",
                        own("camera/camera_info"),
                        "sensor_msgs/msg/CameraInfo",
                        "gz.msgs.CameraInfo"));
        all.append(toRos("odometry", own("odometry"), "nav_msgs/msg/Odometry", "gz.msgs.Odometry"));
        all.append(
                toRos(
                        "contacts",
                        own("contacts"),
                        "ros_gz_interfaces/msg/Contacts",
                        "gz.msgs.Contacts"));
        if (rig.depth()) {
            all.append(
                    toRos(
                            "depth/image_raw",
                            own("depth/image_raw"),
                            "sensor_msgs/msg/Image",
                            "gz.msgs.Image"));
        }
        all.append(
                entry(
                        "cmd_vel",
                        own("cmd_vel"),
                        "geometry_msgs/msg/TwistStamped",
                        "gz.msgs.Twist",
                        "ROS_TO_GZ"));
        return all.toString();
    }

    private static String own(String topic) {
        return GzSimWorld.MODEL_TOPIC + "/" + topic;
    }

    private static String toRos(String ros, String gz, String rosType, String gzType) {
        return entry(ros, gz, rosType, gzType, "GZ_TO_ROS");
    }

    private static String entry(
            String ros, String gz, String rosType, String gzType, String direction) {
        return """
        - ros_topic_name: "%s"
          gz_topic_name: "%s"
          ros_type_name: "%s"
          gz_type_name: "%s"
          direction: %s
        """
                .formatted(ros, gz, rosType, gzType, direction);
    }
}
