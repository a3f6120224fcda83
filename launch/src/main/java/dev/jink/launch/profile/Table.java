package dev.jink.launch.profile;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** A run's figures for the terminal. */
final class Table {
    private static final List<String> COLUMNS = List.of("p50", "p99", "p999", "p9999", "max");

    private final PrintStream out;

    Table(PrintStream out) {
        this.out = out;
    }

    void print(JsonNode run) {
        line(
                "%d of %d pictures answered, 640x480 %s at %s Hz, load %s, kernels %s",
                run.path("answered").asLong(),
                run.path("sent").asLong(),
                run.path("encoding").asText(),
                run.path("rateHz").asText(),
                run.path("load").asText(),
                run.path("kernelPath").asText());
        line("%-20s%9s%9s%9s%9s%9s", "ms", "p50", "p99", "p99.9", "p99.99", "max");
        for (JsonNode stage : run.path("stages")) {
            row("  " + stage.path("name").asText(), stage);
        }
        row("arrival to command", run.path("arrivalToCommandMs"));
        row("end to end", run.path("endToEndMs"));
        row("jitter", run.path("jitterMs"));
        line(
                "%d frames: %d acted, %d braked, %d superseded, %d refused; %d missed deadlines; %d"
                        + " lost on the wire; %d without an outcome",
                run.path("frames").asLong(),
                run.path("acted").asLong(),
                run.path("braked").asLong(),
                run.path("superseded").asLong(),
                run.path("refused").asLong(),
                run.path("missedDeadlines").asLong(),
                run.path("dropped").asLong(),
                run.path("withoutOutcome").asLong());
        JsonNode process = run.path("process");
        line(
                "a frame: %.2f ms of processor time, %.1f heap bytes on the path, %.1f in the"
                        + " transport, %.2f page faults, %s",
                run.path("cpuMsPerFrame").asDouble(),
                run.path("allocatedBytesPerFrame").asDouble(),
                run.path("transportBytesPerFrame").asDouble(),
                run.path("minorFaultsPerFrame").asDouble(),
                run.path("joulesPerFrame").isNumber()
                        ? String.format(
                                Locale.ROOT, "%.3f J", run.path("joulesPerFrame").asDouble())
                        : "energy not known (" + run.path("noEnergyBecause").asText() + ")");
        line(
                "the node: %.0f MB resident, heap %.0f MB (%.0f used), %d major faults, %d"
                        + " collections of %d ms; active after %.0f ms, first frame %.1f ms",
                run.path("residentMb").asDouble(),
                process.path("heapMb").asDouble(),
                process.path("heapUsedMb").asDouble(),
                process.path("majorFaults").asLong(),
                process.path("collections").asLong(),
                process.path("pauseMs").asLong(),
                run.path("startToActiveMs").asDouble(),
                run.path("firstFrameMs").asDouble());
    }

    private void row(String name, JsonNode values) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-20s", name));
        for (String column : COLUMNS) {
            text.append(String.format(Locale.ROOT, "%9.3f", values.path(column).asDouble()));
        }
        out.println(text);
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
