package dev.jink.rcljava.graph;

import org.ros2.rcljava.parameters.InvalidParametersException;

/**
 * A rule {@code [node:]from:=to}.
 *
 * @param node the node it is for, or null for all
 * @param from a topic, or {@code __node}, {@code __name}, {@code __ns}
 * @param to what takes its place
 */
record Remap(String node, String from, String to) {
    static Remap parse(String rule) {
        int arrow = rule.indexOf(":=");
        if (arrow <= 0 || arrow + 2 == rule.length()) {
            throw new InvalidParametersException(
                    "remap '%s': wanted from:=to, e.g. -r image_raw:=/camera/image_raw"
                            .formatted(rule));
        }
        String left = rule.substring(0, arrow);
        int colon = left.indexOf(':');
        return new Remap(
                colon < 0 ? null : left.substring(0, colon),
                left.substring(colon + 1),
                rule.substring(arrow + 2));
    }

    boolean appliesTo(String nodeName) {
        return node == null || node.equals(nodeName);
    }
}
