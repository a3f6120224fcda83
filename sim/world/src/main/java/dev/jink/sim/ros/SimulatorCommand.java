package dev.jink.sim.ros;

import dev.jink.sim.command.CommandLines;
import dev.jink.sim.command.JsonFile;
import dev.jink.sim.scene.ForestSettings;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** The simulator as a process of its own. */
@Command(
        name = "simulator",
        mixinStandardHelpOptions = true,
        description = "A simulated drone on ROS 2, in real time: camera, odometry, cmd_vel.")
public final class SimulatorCommand implements Callable<Integer> {
    @Option(names = "--seed", defaultValue = "7", description = "of the forest")
    private long seed;

    @Option(names = "--seconds", defaultValue = "60", description = "longest flight")
    private double seconds;

    @Option(names = "--speed", defaultValue = "3", description = "wanted, m/s")
    private double speed;

    @Option(names = "--spacing", defaultValue = "5", description = "of trees, m")
    private double spacingM;

    @Option(names = "--wait", defaultValue = "60", description = "seconds for the first cmd_vel")
    private double waitSeconds;

    @Option(names = "--straight", description = "obey the own wish, no cmd_vel")
    private boolean straight;

    @Option(names = "--json", description = "write the closing figures there")
    private Path json;

    @Option(
            names = "--ros-args",
            arity = "0..*",
            description = "as for any ROS 2 node; must come last")
    private List<String> rosArguments = List.of();

    @Spec private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The command, whose bad usage is one line and status 2. */
    static CommandLine commandLine() {
        return CommandLines.of(new SimulatorCommand());
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        SimulatorSettings settings;
        try {
            settings =
                    SimulatorSettings.demo(seed, seconds, straight)
                            .withSpeed(speed)
                            .withForest(ForestSettings.demo().withSpacing(spacingM))
                            .withWait(waitSeconds);
        } catch (IllegalArgumentException refused) {
            throw new ParameterException(spec.commandLine(), refused.getMessage());
        }
        Flight flight;
        try (SimulatorNode node = new SimulatorNode(settings, rosArguments())) {
            Runtime.getRuntime().addShutdownHook(new Thread(node::stop));
            flight = node.fly(FlightListener.NONE);
        } catch (IllegalStateException | IllegalArgumentException refused) {
            System.err.println(refused.getMessage());
            return 1;
        }
        System.out.printf(
                Locale.ROOT,
                "%s after %.1f s: %.1f m nearer, closest %.2f m, %d pictures (%d late, render"
                        + " %.1f/%.1f ms p50/p99), %d commands%n",
                flight.reachedGoal() ? "goal" : flight.collisions() > 0 ? "contact" : "time up",
                flight.seconds(),
                flight.progressM(),
                flight.closestM(),
                flight.frames(),
                flight.lateFrames(),
                flight.renderMsP50(),
                flight.renderMsP99(),
                flight.commands());
        JsonFile.write(json, flight);
        return flight.reachedGoal() ? 0 : 1;
    }

    /** Picocli has taken the marker itself; the node wants it back. */
    private List<String> rosArguments() {
        List<String> marked = new ArrayList<>(List.of("--ros-args"));
        marked.addAll(rosArguments);
        return marked;
    }
}
