package dev.jink.gazebo.world;

import dev.jink.sim.camera.Pose;
import dev.jink.sim.drone.DroneSettings;
import dev.jink.sim.scene.Scene;

import java.util.List;

/** The world of Gazebo Classic 11 (SDF 1.6), with the drone that the lock-step plugin flies. */
final class ClassicWorld {
    static final String FILE = "classic.world";
    static final String MATERIALS = "jink.material";

    private ClassicWorld() {}

    static String of(
            Scene scene, List<ScenePart> parts, Pose start, DroneSettings drone, CameraRig rig) {
        StringBuilder visuals = new StringBuilder();
        for (ScenePart part : parts) {
            visuals.append(visual(part));
        }
        return """
        <?xml version="1.0"?>
        <sdf version="1.6">
          <world name="jink">
            <physics name="lock_step" type="ode">
              <max_step_size>%s</max_step_size>
              <real_time_update_rate>0</real_time_update_rate>
            </physics>
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
        %s%s      </link>
            </model>
        %s  </world>
        </sdf>
        """
                .formatted(
                        Text.n(CameraRig.STEP_SECONDS),
                        Lighting.scene(
                                scene.light(),
                                scene.indoors(),
                                Lighting.fog(scene.light(), scene.indoors())),
                        Lighting.lights(scene.light()),
                        collision(),
                        visuals,
                        drone(start, drone, rig));
    }

    private static String collision() {
        return """
                <collision name="obstacles">
                  <geometry><mesh><uri>file://%s</uri></mesh></geometry>
                </collision>
        """
                .formatted(WorldFolder.OBSTACLES);
    }

    private static String visual(ScenePart part) {
        return """
                <visual name="%s">
                  <cast_shadows>false</cast_shadows>
                  <geometry><mesh><uri>file://%s</uri></mesh></geometry>
                  <material><script><uri>file://%s</uri><name>Jink/%s</name></script></material>
                </visual>
        """
                .formatted(part.name(), WorldFolder.mesh(part), MATERIALS, part.name());
    }

    private static String drone(Pose start, DroneSettings drone, CameraRig rig) {
        return """
            <model name="drone">
              <pose>%s %s %s %s</pose>
              <link name="base_link">
        %s%s%s%s      </link>
              <plugin name="lock_step" filename="libLockStepPlugin.so">
                <velocity_gain>%s</velocity_gain>
                <max_level_accel>%s</max_level_accel>
                <max_climb_accel>%s</max_climb_accel>
                <max_yaw_accel>%s</max_yaw_accel>
                <drag>%s</drag>
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
                        camera("colour", "camera", "R8G8B8", rig),
                        rig.depth() ? camera("depth", "depth", "R8G8B8", rig) : "",
                        Text.n(drone.velocityGain()),
                        Text.n(DroneModel.maxLevelAccel(drone)),
                        Text.n(drone.maxClimbAccel()),
                        Text.n(drone.maxYawAccel()),
                        Text.n(drone.drag()));
    }

    private static String camera(String name, String type, String format, CameraRig rig) {
        return """
                <sensor name="%s" type="%s">
                  <always_on>1</always_on>
                  <update_rate>%s</update_rate>
                  <camera name="%s">
                    <horizontal_fov>%s</horizontal_fov>
                    <image><width>%d</width><height>%d</height><format>%s</format></image>
                    <clip><near>%s</near><far>%s</far></clip>
                  </camera>
                </sensor>
        """
                .formatted(
                        name,
                        type,
                        Text.n(1 / rig.frameSeconds()),
                        name,
                        Text.n(rig.fovRad()),
                        rig.width(),
                        rig.height(),
                        format,
                        Text.n(CameraRig.NEAR_M),
                        Text.n(rig.farM()));
    }
}
