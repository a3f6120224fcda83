package dev.jink.gazebo.world;

import dev.jink.sim.camera.Pose;
import dev.jink.sim.drone.DroneSettings;
import dev.jink.sim.scene.Scene;

import java.util.List;

/**
 * The world of modern Gazebo (gz-sim 8 and newer, SDF 1.9): the same meshes and the same drone, flown
 * by gz-sim's own velocity control, on the topics that {@link RosGzBridge} carries to ROS 2. Surfaces
 * have their paint's mean colour: the pictures come with Gazebo Classic only.
 */
final class GzSimWorld {
    static final String FILE = "gz_sim.sdf";

    /** Seen through ros_gz_bridge as the topics of the node. */
    static final String MODEL_TOPIC = "/jink";

    private GzSimWorld() {}

    static String of(
            Scene scene, List<ScenePart> parts, Pose start, DroneSettings drone, CameraRig rig) {
        return """
        <?xml version="1.0"?>
        <sdf version="1.9">
          <world name="jink">
            <physics name="steps" type="ignored">
              <max_step_size>%s</max_step_size>
              <real_time_factor>1</real_time_factor>
            </physics>
            <plugin filename="gz-sim-physics-system" name="gz::sim::systems::Physics"/>
            <plugin filename="gz-sim-user-commands-system" name="gz::sim::systems::UserCommands"/>
            <plugin filename="gz-sim-scene-broadcaster-system" name="gz::sim::systems::SceneBroadcaster"/>
            <plugin filename="gz-sim-contact-system" name="gz::sim::systems::Contact"/>
            <plugin filename="gz-sim-sensors-system" name="gz::sim::systems::Sensors">
              <render_engine>ogre2</render_engine>
            </plugin>
            <gravity>0 0 -9.81</gravity>
        %s%s%s%s  </world>
        </sdf>
        """
                .formatted(
                        Text.n(CameraRig.STEP_SECONDS),
                        Lighting.scene(scene.light(), scene.indoors(), ""),
                        Lighting.lights(scene.light()),
                        Standing.of(parts, "", GzSimWorld::material),
                        drone(start, drone, rig));
    }

    private static String material(ScenePart part) {
        String colour = Text.n(part.paint().mean());
        return "<ambient>%s 1</ambient><diffuse>%s 1</diffuse>".formatted(colour, colour);
    }

    private static String drone(Pose start, DroneSettings drone, CameraRig rig) {
        return """
            <model name="drone">
              %s
              <link name="base_link">
                <gravity>false</gravity>
        %s%s%s%s        <sensor name="touch" type="contact">
                  <contact><collision>touch</collision><topic>%s/contacts</topic></contact>
                </sensor>
              </link>
              <plugin filename="gz-sim-velocity-control-system" name="gz::sim::systems::VelocityControl">
                <topic>%s/cmd_vel</topic>
              </plugin>
              <plugin filename="gz-sim-odometry-publisher-system" name="gz::sim::systems::OdometryPublisher">
                <dimensions>3</dimensions>
                <odom_frame>odom</odom_frame>
                <robot_base_frame>base_link</robot_base_frame>
                <odom_topic>%s/odometry</odom_topic>
                <odom_publish_frequency>60</odom_publish_frequency>
              </plugin>
            </model>
        """
                .formatted(
                        DroneModel.pose(start),
                        DroneModel.body(drone),
                        DroneModel.looks(drone),
                        camera("colour", "camera", "R8G8B8", "camera/image_raw", rig),
                        rig.depth()
                                ? camera(
                                        "depth",
                                        "depth_camera",
                                        "R_FLOAT32",
                                        "depth/image_raw",
                                        rig)
                                : "",
                        MODEL_TOPIC,
                        MODEL_TOPIC,
                        MODEL_TOPIC);
    }

    private static String camera(
            String name, String type, String format, String topic, CameraRig rig) {
        return DroneModel.camera(
                name,
                type,
                format,
                "          <topic>%s/%s</topic>\n".formatted(MODEL_TOPIC, topic),
                "            <optical_frame_id>camera_optical_frame</optical_frame_id>\n",
                rig);
    }
}
