package dev.jink.sim.command;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** A command line by the contract of {@code jink}: status 0 done, 1 failed, 2 bad usage, in one line. */
public final class CommandLines {
    private CommandLines() {}

    /** The command line of one subcommand; lines for the user go to the standard error. */
    public static CommandLine of(Callable<Integer> command) {
        return new CommandLine(command)
                .setErr(new PrintWriter(System.err, true))
                .setParameterExceptionHandler(
                        (e, given) -> end(e, 2, "; --help lists the options", e.getCommandLine()))
                .setExecutionExceptionHandler(
                        (e, line, result) ->
                                switch (e) {
                                    case UsageException usage -> end(e, 2, "", line);
                                    case IOException io -> end(e, 1, "", line);
                                    case IllegalStateException state -> end(e, 1, "", line);
                                    default -> throw e;
                                });
    }

    private static int end(Exception e, int status, String hint, CommandLine line) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse(e.toString());
        line.getErr().println("jink: " + message + hint);
        return status;
    }
}
