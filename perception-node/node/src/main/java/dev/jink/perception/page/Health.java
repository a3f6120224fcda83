package dev.jink.perception.page;

import dev.jink.perception.health.Verdict;

import java.util.Map;

/**
 * How the node is, as it says on {@code /diagnostics} and {@code ~/state}.
 *
 * @param state the line of {@code ~/state}
 * @param values the figures of {@code /diagnostics} by their keys, in their order
 */
public record Health(Verdict verdict, String state, Map<String, String> values) {
    /** Before the node has looked at itself for the first time. */
    public static final Health STARTING =
            new Health(
                    new Verdict(Verdict.Level.WARN, "STARTING", "just active; wait a second"),
                    "STARTING",
                    Map.of());
}
