package dev.jink.gazebo.world;

import dev.jink.sim.camera.Pose;
import dev.jink.sim.drone.DroneSettings;

/**
 * The quadrotor as SDF: a hull, a spar, two booms, four rotors to look at; a sphere of the drone's radius to
 * touch with; the cameras at its centre. All that is drawn lies behind or beside the camera's view.
 */
final class DroneModel {
    static final double MASS_KG = 1.5;
    private static final double LEVEL_INERTIA = 0.03;
    private static final double UPRIGHT_INERTIA = 0.05;
    private static final double GRAVITY = 9.81;

    private DroneModel() {}

    /** Inertia and the collision sphere: the same in both dialects. */
    static String body(DroneSettings drone) {
        return """
              <inertial>
                <mass>%s</mass>
                <inertia><ixx>%s</ixx><iyy>%s</iyy><izz>%s</izz><ixy>0</ixy><ixz>0</ixz><iyz>0</iyz></inertia>
              </inertial>
              <collision name="touch">
                <geometry><sphere><radius>%s</radius></sphere></geometry>
              </collision>
        """
                .formatted(
                        Text.n(MASS_KG),
                        Text.n(LEVEL_INERTIA),
                        Text.n(LEVEL_INERTIA),
                        Text.n(UPRIGHT_INERTIA),
                        Text.n(drone.radiusM()));
    }

    /** What an onlooker sees of it, scaled to the drone's radius. */
    static String looks(DroneSettings drone) {
        double r = drone.radiusM();
        StringBuilder all = new StringBuilder();
        all.append(box("hull", -0.36 * r, 0, 0, 0.64 * r, 0.4 * r, 0.28 * r));
        all.append(box("spar", -0.3 * r, 0, 0, 0.08 * r, 1.28 * r, 0.06 * r));
        all.append(box("left_boom", -0.15 * r, 0.64 * r, 0, 0.76 * r, 0.06 * r, 0.06 * r));
        all.append(box("right_boom", -0.15 * r, -0.64 * r, 0, 0.76 * r, 0.06 * r, 0.06 * r));
        all.append(rotor("front_left", 0.2 * r, 0.64 * r, r));
        all.append(rotor("front_right", 0.2 * r, -0.64 * r, r));
        all.append(rotor("rear_left", -0.5 * r, 0.64 * r, r));
        all.append(rotor("rear_right", -0.5 * r, -0.64 * r, r));
        return all.toString();
    }

    private static String rotor(String name, double x, double y, double r) {
        return visual(
                name,
                Text.n(x, y, 0.1 * r),
                "<cylinder><radius>%s</radius><length>%s</length></cylinder>"
                        .formatted(Text.n(0.24 * r), Text.n(0.04 * r)));
    }

    private static String box(
            String name, double x, double y, double z, double deep, double wide, double high) {
        return visual(
                name,
                Text.n(x, y, z),
                "<box><size>%s</size></box>".formatted(Text.n(deep, wide, high)));
    }

    private static String visual(String name, String place, String geometry) {
        return """
              <visual name="%s">
                <pose>%s 0 0 0</pose>
                <geometry>%s</geometry>
                <material><ambient>0.2 0.2 0.22 1</ambient><diffuse>0.2 0.2 0.22 1</diffuse></material>
              </visual>
        """
                .formatted(name, place, geometry);
    }

    /** Where it is when the world starts. */
    static String pose(Pose start) {
        return "<pose>"
                + Text.n(start.x(), start.y(), start.z())
                + " "
                + Text.n(start.rollRad(), start.pitchRad(), start.yawRad())
                + "</pose>";
    }

    /**
     * A camera at the body's origin.
     *
     * @param type of the sensor, in that Gazebo
     * @param more of the sensor's elements, after its rate; may be empty
     * @param last of the camera's elements, after its planes; may be empty
     */
    static String camera(
            String name, String type, String format, String more, String last, CameraRig rig) {
        return """
                <sensor name="%s" type="%s">
                  <always_on>1</always_on>
                  <update_rate>%s</update_rate>
        %s          <camera name="%s">
                    <horizontal_fov>%s</horizontal_fov>
                    <image><width>%d</width><height>%d</height><format>%s</format></image>
                    <clip><near>%s</near><far>%s</far></clip>
        %s          </camera>
                </sensor>
        """
                .formatted(
                        name,
                        type,
                        Text.n(1 / rig.frameSeconds()),
                        more,
                        name,
                        Text.n(rig.fovRad()),
                        rig.width(),
                        rig.height(),
                        format,
                        Text.n(CameraRig.NEAR_M),
                        Text.n(rig.farM()),
                        last);
    }

    /** The level acceleration at the greatest tilt. */
    static double maxLevelAccel(DroneSettings drone) {
        return GRAVITY * Math.tan(drone.maxTiltRad());
    }
}
