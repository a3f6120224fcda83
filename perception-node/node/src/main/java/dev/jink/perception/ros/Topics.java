package dev.jink.perception.ros;

import diagnostic_msgs.msg.DiagnosticArray;

import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.publisher.Publisher;
import org.ros2.rcljava.qos.QoSProfile;

import sensor_msgs.msg.LaserScan;

/**
 * The topics by name, relative so that they can be remapped, and the publishers that every node
 * has. Those of a controller are made by {@link Controllers}.
 *
 * @param rehearsedObstacles where obstacles go while the node warms up: nobody listens, but the way
 *     is the same
 */
record Topics(
        Publisher<LaserScan> obstacles,
        Publisher<LaserScan> rehearsedObstacles,
        Publisher<DiagnosticArray> diagnostics,
        Publisher<std_msgs.msg.String> state) {
    static final String IMAGE = "image_raw";
    static final String COMPRESSED = "image_raw/compressed";
    static final String CAMERA_INFO = "camera_info";
    static final String WANTED = "cmd_vel_in";
    static final String ODOMETRY = "odometry";
    static final String COMMAND = "cmd_vel";
    static final String CLOCK = "/clock";
    static final String ROSOUT = "/rosout";
    static final String TF_STATIC = "/tf_static";
    static final String OBSTACLES = "obstacles";
    static final String DIAGNOSTICS = "/diagnostics";
    static final String STATE = "~/state";
    static final String DEBUG_IMAGE = "~/debug_image";
    static final String MARKERS = "~/markers";
    static final String REHEARSAL = "~/rehearsal";
    static final String PX4_MODE = "/fmu/in/offboard_control_mode";
    static final String PX4_SETPOINT = "/fmu/in/trajectory_setpoint";
    static final String PX4_DISTANCE = "/fmu/in/obstacle_distance";
    static final String PX4_ODOMETRY = "/fmu/out/vehicle_odometry";
    static final String ARDUPILOT_COMMAND = "/ap/cmd_vel";
    static final String MAVROS_COMMAND = "/mavros/setpoint_velocity/cmd_vel";
    static final String MAVROS_SCAN = "/mavros/obstacle/send";

    static Topics publishedBy(Node node) {
        return new Topics(
                node.createPublisher(LaserScan.class, OBSTACLES, TopicQos.out(node, OBSTACLES)),
                node.createPublisher(
                        LaserScan.class, "~/rehearsed_obstacles", QoSProfile.keepLast(1)),
                node.createPublisher(
                        DiagnosticArray.class, DIAGNOSTICS, TopicQos.out(node, DIAGNOSTICS)),
                node.createPublisher(std_msgs.msg.String.class, STATE, TopicQos.out(node, STATE)));
    }

    /** The newest message or none: for everything that describes the present. */
    static QoSProfile newestOnly() {
        return QoSProfile.sensorData().setDepth(1);
    }
}
