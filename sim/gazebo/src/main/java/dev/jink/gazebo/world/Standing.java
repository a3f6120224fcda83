package dev.jink.gazebo.world;

import java.util.List;
import java.util.function.Function;

/** What stands still in the worlds of both Gazebos: the ground to touch, and the scene's meshes. */
final class Standing {
    private Standing() {}

    /**
     * @param scheme what a file's name needs before it, in that Gazebo
     * @param material the inside of a part's material element
     */
    static String of(List<ScenePart> parts, String scheme, Function<ScenePart, String> material) {
        StringBuilder visuals = new StringBuilder();
        for (ScenePart part : parts) {
            visuals.append(
                    """
                            <visual name="%s">
                              <cast_shadows>false</cast_shadows>
                              <geometry>%s</geometry>
                              <material>%s</material>
                            </visual>
                    """
                            .formatted(
                                    part.name(),
                                    mesh(scheme, WorldFolder.mesh(part)),
                                    material.apply(part)));
        }
        return """
            <model name="ground">
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
                  <geometry>%s</geometry>
                </collision>
        %s      </link>
            </model>
        """
                .formatted(mesh(scheme, WorldFolder.OBSTACLES), visuals);
    }

    private static String mesh(String scheme, String file) {
        return "<mesh><uri>" + scheme + file + "</uri></mesh>";
    }
}
