package dev.jink.gazebo;

import dev.jink.gazebo.frames.FramesCommand;
import dev.jink.gazebo.ros.BridgeCommand;
import dev.jink.gazebo.world.WorldCommand;
import dev.jink.sim.command.CommandLines;
import dev.jink.sim.command.UsageException;

import picocli.CommandLine.Command;

import java.util.concurrent.Callable;

/** {@code jink gazebo}: what Gazebo does beside flying trials. */
@Command(
        name = "jink gazebo",
        mixinStandardHelpOptions = true,
        subcommands = {FramesCommand.class, WorldCommand.class, BridgeCommand.class},
        description = {
            "Real Gazebo as a second simulator; sim/gazebo/setup brings it in.",
            "Closed-loop trials in it: jink fly --simulator gazebo"
        })
public final class GazeboCommand implements Callable<Integer> {
    public static void main(String[] args) {
        System.exit(CommandLines.of(new GazeboCommand()).execute(args));
    }

    @Override
    public Integer call() {
        throw new UsageException(
                "gazebo: got no subcommand, wanted frames, world or bridge; --help tells more");
    }
}
