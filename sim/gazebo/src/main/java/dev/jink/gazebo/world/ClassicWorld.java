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
        return """
        <?xml version="1.0"?>
        <sdf version="1.6">
          <world name="jink">
            <physics name="lock_step" type="ode">
              <max_step_size>%s</max_step_size>
              <real_time_update_rate>0</real_time_update_rate>
            </physics>
            <gravity>0 0 -9.81</gravity>
        %s%s%s%s  </world>
        </sdf>
        """
                .formatted(
                        Text.n(CameraRig.STEP_SECONDS),
                        Lighting.scene(
                                scene.light(),
                                scene.indoors(),
                                Lighting.fog(scene.light(), scene.indoors())),
                        Lighting.lights(scene.light()),
                        Standing.of(parts, "file://", ClassicWorld::material),
                        drone(start, drone, rig));
    }

    private static String material(ScenePart part) {
        return "<script><uri>file://%s</uri><name>Jink/%s</name></script>"
                .formatted(MATERIALS, part.name());
    }

    private static String drone(Pose start, DroneSettings drone, CameraRig rig) {
        return """
            <model name="drone">
              %s
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
                        DroneModel.pose(start),
                        DroneModel.body(drone),
                        DroneModel.looks(drone),
                        DroneModel.camera("colour", "camera", "R8G8B8", "", "", rig),
                        rig.depth()
                                ? DroneModel.camera("depth", "depth", "R8G8B8", "", "", rig)
                                : "",
                        Text.n(drone.velocityGain()),
                        Text.n(DroneModel.maxLevelAccel(drone)),
                        Text.n(drone.maxClimbAccel()),
                        Text.n(drone.maxYawAccel()),
                        Text.n(drone.drag()));
    }
}
