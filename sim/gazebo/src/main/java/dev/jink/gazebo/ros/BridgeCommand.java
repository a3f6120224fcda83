package dev.jink.gazebo.ros;

import dev.jink.gazebo.flight.GazeboFlight;
import dev.jink.sim.command.JsonFile;
import dev.jink.sim.command.UsageException;
import dev.jink.sim.scene.CourseSettings;
import dev.jink.sim.trial.TrialSettings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code jink gazebo bridge}: Gazebo as a drone on ROS 2. */
@Command(
        name = "bridge",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = {
            "Flies a drone in Gazebo on ROS 2: publishes image_raw, camera_info, odometry,"
                    + " cmd_vel_in",
            "and /clock, obeys cmd_vel. Status 0 when the goal was reached untouched."
        })
public final class BridgeCommand implements Callable<Integer> {
    @Option(names = "--seed", defaultValue = "1", description = "of the forest")
    private long seed;

    @Option(names = "--spacing", defaultValue = "5", description = "of trees, m")
    private double spacingM;

    @Option(names = "--speed", defaultValue = "2.5", description = "wanted, m/s")
    private double speed;

    @Option(names = "--seconds", defaultValue = "60", description = "longest flight")
    private double seconds;

    @Option(names = "--wait", defaultValue = "60", description = "seconds for the first cmd_vel")
    private double waitSeconds;

    @Option(names = "--json", description = "write the closing figures there")
    private Path json;

    @Option(
            names = "--ros-args",
            arity = "0..*",
            description = "as for any ROS 2 node; must come last")
    private List<String> rosArguments = List.of();

    @Override
    public Integer call() {
        if (!(seconds > 0 && seconds <= 600 && waitSeconds > 0 && waitSeconds <= 600)) {
            throw new UsageException(
                    "bridge: got --seconds %s, --wait %s, wanted above 0, at most 600"
                            .formatted(seconds, waitSeconds));
        }
        JsonFile.require(json);
        TrialSettings settings;
        try {
            CourseSettings demo = CourseSettings.demo();
            settings =
                    TrialSettings.demo(speed)
                            .withCourse(
                                    new CourseSettings(
                                            demo.kind(), spacingM, demo.goalM(), demo.movers()));
        } catch (IllegalArgumentException refused) {
            throw new UsageException(refused.getMessage());
        }
        List<String> marked = new ArrayList<>(List.of("--ros-args"));
        marked.addAll(rosArguments);
        GazeboNode.Flown flown;
        try (GazeboFlight flight = new GazeboFlight(settings, seed);
                GazeboNode node = new GazeboNode(flight, marked)) {
            Runtime.getRuntime().addShutdownHook(new Thread(node::stop));
            flown = node.fly(seconds, waitSeconds);
        } catch (IllegalArgumentException refused) {
            throw new UsageException(refused.getMessage());
        }
        System.out.printf(
                Locale.ROOT,
                "%s after %.1f s: %.1f m nearer, closest %.2f m, %d pictures, %d commands, %.2f of"
                        + " real time%n",
                flown.reachedGoal() ? "goal" : flown.touched() ? "contact" : "time up",
                flown.seconds(),
                flown.progressM(),
                flown.closestM(),
                flown.pictures(),
                flown.commands(),
                flown.realTime());
        JsonFile.write(json, flown);
        return flown.reachedGoal() ? 0 : 1;
    }
}
