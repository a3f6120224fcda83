package dev.jink.rcljava.graph;

import org.ros2.rcljava.parameters.ParameterVariant;

import java.util.regex.Pattern;

/**
 * A value from outside for parameters of some nodes.
 *
 * @param nodes full names it is for: tokens, {@code *} for one token, {@code **} for any number
 * @param value name and value
 * @param source where it was given, for messages
 */
record ParameterOverride(Pattern nodes, ParameterVariant value, String source) {
    static final String ALL_NODES = "/**";

    static ParameterOverride of(String nodes, ParameterVariant value, String source) {
        StringBuilder regex = new StringBuilder();
        String relative = nodes.startsWith("/") ? nodes.substring(1) : nodes;
        for (String token : relative.split("/", -1)) {
            regex.append(
                    switch (token) {
                        case "**" -> "(/[^/]+)*";
                        case "*" -> "/[^/]+";
                        // Quoted: a name may hold what means something else in a pattern.
                        default -> "/" + Pattern.quote(token);
                    });
        }
        return new ParameterOverride(Pattern.compile(regex.toString()), value, source);
    }

    boolean appliesTo(String fullNodeName) {
        return nodes.matcher(fullNodeName).matches();
    }
}
