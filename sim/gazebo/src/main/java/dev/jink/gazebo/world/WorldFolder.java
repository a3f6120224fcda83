package dev.jink.gazebo.world;

import dev.jink.sim.camera.Pose;
import dev.jink.sim.drone.DroneSettings;
import dev.jink.sim.scene.Scene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A scene as a folder that Gazebo flies in: the worlds of Classic and of gz-sim, the meshes that both
 * share, Classic's materials, the bridge's configuration. Its files name each other without the
 * folder, so it may be moved; Classic finds them through {@code GAZEBO_RESOURCE_PATH}.
 */
public final class WorldFolder {
    static final String OBSTACLES = "obstacles.obj";

    private WorldFolder() {}

    static String mesh(ScenePart part) {
        return part.name() + ".obj";
    }

    /** The file in a folder that gzserver is started with. */
    public static String classic() {
        return ClassicWorld.FILE;
    }

    /**
     * Writes the folder. Same arguments, same bytes.
     *
     * @param folder made when it isn't there
     * @param start where the drone is when the world starts
     */
    public static void write(
            Path folder, Scene scene, Pose start, DroneSettings drone, CameraRig rig)
            throws IOException {
        Files.createDirectories(folder);
        List<ScenePart> parts = ScenePart.of(scene);
        StringBuilder materials = new StringBuilder();
        for (ScenePart part : parts) {
            part.mesh().write(folder.resolve(mesh(part)), part.paint().tileM());
            materials.append(part.paint().script("Jink/" + part.name()));
        }
        ScenePart.obstacles(scene).write(folder.resolve(OBSTACLES), 1);
        Files.writeString(folder.resolve(ClassicWorld.MATERIALS), materials);
        Files.writeString(
                folder.resolve(ClassicWorld.FILE),
                ClassicWorld.of(scene, parts, start, drone, rig));
        Files.writeString(
                folder.resolve(GzSimWorld.FILE), GzSimWorld.of(scene, parts, start, drone, rig));
        Files.writeString(folder.resolve(RosGzBridge.FILE), RosGzBridge.of(rig));
    }
}
