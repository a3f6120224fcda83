package dev.jink.rcljava.graph;

import org.ros2.rcljava.parameters.InvalidParametersException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * ROS arguments of a command line. Only what stands between {@code --ros-args} and {@code --}, or
 * the end, counts; the rest belongs to the program.
 *
 * @param remaps in the order given
 * @param overrides in the order given: the last one for a parameter counts
 */
record Arguments(List<Remap> remaps, List<ParameterOverride> overrides) {
    static final Arguments NONE = new Arguments(List.of(), List.of());

    static Arguments parse(List<String> line) {
        List<Remap> remaps = new ArrayList<>();
        List<ParameterOverride> overrides = new ArrayList<>();
        boolean ros = false;
        for (int i = 0; i < line.size(); i++) {
            String argument = line.get(i);
            if (!ros || argument.equals("--ros-args")) {
                ros |= argument.equals("--ros-args");
                continue;
            }
            switch (argument) {
                case "--" -> ros = false;
                case "-r", "--remap" -> remaps.add(Remap.parse(next(line, ++i, argument)));
                case "-p", "--param" ->
                        overrides.add(ParameterText.assignment(next(line, ++i, argument)));
                case "--params-file" ->
                        overrides.addAll(ParameterText.file(Path.of(next(line, ++i, argument))));
                case "--log-level", "--log-config-file", "-e", "--enclave" ->
                        // Understood, and without effect in this transport.
                        next(line, ++i, argument);
                case "--enable-rosout-logs",
                        "--disable-rosout-logs",
                        "--enable-stdout-logs",
                        "--disable-stdout-logs",
                        "--enable-external-lib-logs",
                        "--disable-external-lib-logs" -> {}
                default ->
                        throw new InvalidParametersException(
                                ("ROS argument '%s': not known; wanted -p name:=value, -r from:=to,"
                                                + " --params-file FILE, or -- to end them")
                                        .formatted(argument));
            }
        }
        return new Arguments(List.copyOf(remaps), List.copyOf(overrides));
    }

    /** These, then the others: the others' overrides win, these remaps come first. */
    Arguments and(Arguments others) {
        List<Remap> allRemaps = new ArrayList<>(others.remaps);
        allRemaps.addAll(remaps);
        List<ParameterOverride> allOverrides = new ArrayList<>(overrides);
        allOverrides.addAll(others.overrides);
        return new Arguments(allRemaps, allOverrides);
    }

    /** What {@code -r key:=value} gives for a node, or {@code otherwise}. */
    String special(String nodeName, String otherwise, List<String> keys) {
        for (Remap rule : remaps) {
            if (keys.contains(rule.from()) && rule.appliesTo(nodeName)) {
                return rule.to();
            }
        }
        return otherwise;
    }

    private static String next(List<String> line, int at, String argument) {
        if (at >= line.size()) {
            throw new InvalidParametersException(
                    "ROS argument '%s': wanted a value after it, got the end of the line"
                            .formatted(argument));
        }
        return line.get(at);
    }
}
