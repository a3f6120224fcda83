package dev.jink.compiler;

import dev.jink.compiler.onnx.OnnxException;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** The contract of {@code jink}: status 0 done, 1 a bar was missed or a file not written, 2 bad usage. */
final class CommandLines {
    private CommandLines() {}

    static CommandLine of(Callable<Integer> command) {
        CommandLine line = new CommandLine(command);
        line.setErr(new PrintWriter(System.err, true));
        line.setParameterExceptionHandler(
                (e, given) -> say(line, 2, e.getMessage() + "; --help lists the options"));
        line.setExecutionExceptionHandler(
                (e, same, result) -> {
                    if (e instanceof OnnxException) {
                        return say(line, 2, e.getMessage());
                    }
                    if (e instanceof IOException) {
                        return say(line, 1, e.getMessage());
                    }
                    throw e;
                });
        return line;
    }

    private static int say(CommandLine line, int status, String message) {
        line.getErr().println("jink: " + String.valueOf(message).replace('\n', ' '));
        return status;
    }
}
