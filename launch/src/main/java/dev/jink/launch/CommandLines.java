package dev.jink.launch;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** Runs a command the way the contract of {@code jink} says: one line on bad usage, exit status 0, 1 or 2. */
final class CommandLines {
    private CommandLines() {}

    static int run(Callable<Integer> command, String... args) {
        PrintWriter err = new PrintWriter(System.err, true);
        return new CommandLine(command)
                .setErr(err)
                .setParameterExceptionHandler(
                        (e, given) -> {
                            err.println("jink: " + firstLine(e) + "; --help lists the options");
                            return 2;
                        })
                .setExecutionExceptionHandler(
                        (e, line, result) -> {
                            if (e instanceof UsageException) {
                                err.println("jink: " + e.getMessage());
                                return 2;
                            }
                            if (e instanceof IOException || e instanceof IllegalStateException) {
                                err.println("jink: " + firstLine(e));
                                return 1;
                            }
                            throw e;
                        })
                .execute(args);
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.toString());
    }
}
