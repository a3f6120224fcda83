package dev.jink.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.PrintStream;
import java.util.Locale;

/**
 * A recording after it was played to a node.
 *
 * @param model that flew
 * @param figures as the node wrote them, with those of the walk added
 * @param walk what each picture was answered
 */
record Played(String model, ObjectNode figures, Walk walk) {
    Played {
        walk.addTo(figures);
        figures.put("framesSent", walk.size());
    }

    Outcomes outcomes() {
        return Outcomes.of(figures);
    }

    /** Whether each picture had its outcome and none was refused or missed. */
    boolean isGood() {
        Outcomes outcomes = outcomes();
        return outcomes.kept() && outcomes.frames() == walk.size() && outcomes.refused() == 0;
    }

    /** Milliseconds from arrival to command: p50, p99 or max. */
    double latencyMs(String quantile) {
        return latency().path(quantile).asDouble();
    }

    private JsonNode latency() {
        return figures.path("arrivalToCommandMs");
    }

    void print(PrintStream out) {
        walk.print(out);
        out.printf(
                Locale.ROOT,
                "%d sent, %s; arrival to command p50 %.2f, max %.2f ms%n",
                walk.size(),
                outcomes(),
                latencyMs("p50"),
                latencyMs("max"));
    }
}
