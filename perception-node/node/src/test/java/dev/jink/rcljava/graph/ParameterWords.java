package dev.jink.rcljava.graph;

import org.ros2.rcljava.parameters.InvalidParametersException;

import java.nio.file.Path;

/** The door to the parameter texts for fuzzing: what a node refuses in one line is no crash. */
public final class ParameterWords {
    private ParameterWords() {}

    /** Reads {@code name:=value} as after {@code -p}. */
    public static void assignment(String text) {
        try {
            ParameterText.assignment(text).appliesTo("/jink");
        } catch (InvalidParametersException e) {
            requireOneLine(e);
        }
    }

    /** Reads a parameters file. */
    public static void file(Path file) {
        try {
            ParameterText.file(file).forEach(one -> one.appliesTo("/jink"));
        } catch (InvalidParametersException e) {
            requireOneLine(e);
        }
    }

    private static void requireOneLine(InvalidParametersException e) {
        if (e.getMessage().isBlank()) {
            throw new AssertionError("a refusal without a word", e);
        }
    }
}
