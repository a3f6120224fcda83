package dev.jink.gazebo.world;

import dev.jink.sim.camera.Pose;
import dev.jink.sim.drone.DroneSettings;
import dev.jink.sim.scene.Forest;
import dev.jink.sim.scene.ForestSettings;
import dev.jink.sim.scene.Scene;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code jink gazebo world}: the forest course of a seed as files, for one's own Gazebo. */
@Command(
        name = "world",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a seed's forest course for Gazebo Classic 11 and for modern gz-sim, with the",
            "configuration of ros_gz_bridge beside it. Needs no Gazebo."
        })
public final class WorldCommand implements Callable<Integer> {
    private static final double HEIGHT_M = 1.5;

    @Option(names = "--seed", defaultValue = "1", description = "of the forest (${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--spacing", defaultValue = "5", description = "of trees, m (${DEFAULT-VALUE})")
    private double spacingM;

    @Option(names = "--depth", description = "a depth camera beside the colour camera")
    private boolean depth;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "DIR",
            description = "folder to write; made when it isn't there")
    private Path output;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Scene scene;
        try {
            scene = Forest.course(seed, ForestSettings.demo().withSpacing(spacingM));
        } catch (IllegalArgumentException refused) {
            throw new ParameterException(spec.commandLine(), refused.getMessage());
        }
        WorldFolder.write(
                output,
                scene,
                Pose.of(0, 0, HEIGHT_M, 0, 0, 0),
                DroneSettings.defaults(),
                CameraRig.flight().withDepth(depth));
        System.out.println(
                "gazebo: wrote "
                        + output.resolve(ClassicWorld.FILE)
                        + ", "
                        + GzSimWorld.FILE
                        + " and "
                        + RosGzBridge.FILE);
        return 0;
    }
}
