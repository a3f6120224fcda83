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
        String absolute = nodes.startsWith("/") ? nodes : "/" + nodes;
        String regex =
                absolute.replace("/**", "(/\0)@")
                        .replace("/*", "/\0")
                        .replace("@", "*")
                        .replace("\0", "[^/]+");
        return new ParameterOverride(Pattern.compile(regex), value, source);
    }

    boolean appliesTo(String fullNodeName) {
        return nodes.matcher(fullNodeName).matches();
    }
}
