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
        StringBuilder visuals = new StringBuilder();
        for (ScenePart part : parts) {
            visuals.append(visual(part));
        }
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
        %s%s    <model name="ground">
              <static>true</static>
              <link name="ground">
                <collision name="ground">
                  <geometry><plane><normal>0 0 1</normal><size>400 400</size></plane></geometry>
                </collision>
              </link>
            </model>
            <model name="scene">
              <static>true</static>
              <link name="scene">
                <collision name="obstacles">
                  <geometry><mesh><uri>%s</uri></mesh></geometry>
                </collision>
        %s      </link>
            </model>
        %s  </world>
        </sdf>
        """
                .formatted(
                        Text.n(CameraRig.STEP_SECONDS),
                        Lighting.scene(scene.light(), scene.indoors(), ""),
                        Lighting.lights(scene.light()),
                        WorldFolder.OBSTACLES,
                        visuals,
                        drone(start, drone, rig));
    }

    private static String visual(ScenePart part) {
        String colour = Text.n(part.paint().mean());
        return """
                <visual name="%s">
                  <cast_shadows>false</cast_shadows>
                  <geometry><mesh><uri>%s</uri></mesh></geometry>
                  <material><ambient>%s 1</ambient><diffuse>%s 1</diffuse></material>
                </visual>
        """
                .formatted(part.name(), WorldFolder.mesh(part), colour, colour);
    }

    private static String drone(Pose start, DroneSettings drone, CameraRig rig) {
        return """
            <model name="drone">
              <pose>%s %s %s %s</pose>
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
                        Text.n(start.x(), start.y(), start.z()),
                        Text.n(start.rollRad()),
                        Text.n(start.pitchRad()),
                        Text.n(start.yawRad()),
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
        return """
                <sensor name="%s" type="%s">
                  <always_on>1</always_on>
                  <update_rate>%s</update_rate>
                  <topic>%s/%s</topic>
                  <camera name="%s">
                    <horizontal_fov>%s</horizontal_fov>
                    <image><width>%d</width><height>%d</height><format>%s</format></image>
                    <clip><near>%s</near><far>%s</far></clip>
                    <optical_frame_id>camera_optical_frame</optical_frame_id>
                  </camera>
                </sensor>
        """
                .formatted(
                        name,
                        type,
                        Text.n(1 / rig.frameSeconds()),
                        MODEL_TOPIC,
                        topic,
                        name,
                        Text.n(rig.fovRad()),
                        rig.width(),
                        rig.height(),
                        format,
                        Text.n(CameraRig.NEAR_M),
                        Text.n(rig.farM()));
    }
}
