package dev.jink.launch.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.jink.perception.latency.HistogramLog;
import dev.jink.sim.command.UsageException;

import org.HdrHistogram.Histogram;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Two runs side by side: every number both have, and the second over the first. */
record Comparison(
        String nameA,
        String nameB,
        Map<String, Double> a,
        Map<String, Double> b,
        Map<String, Histogram> histograms) {

    /** @throws UsageException when a file is neither a profile.json nor an HdrHistogram log */
    static Comparison of(Path a, Path b) {
        Map<String, Histogram> histograms = new LinkedHashMap<>();
        return new Comparison(
                a.toString(),
                b.toString(),
                numbers(a, "A", histograms),
                numbers(b, "B", histograms),
                histograms);
    }

    private static Map<String, Double> numbers(
            Path file, String side, Map<String, Histogram> histograms) {
        Map<String, Double> all = new LinkedHashMap<>();
        try {
            if (file.toString().endsWith(".hlog")) {
                HistogramLog.read(file)
                        .forEach(
                                (tag, histogram) -> {
                                    histograms.put(side + " " + tag, histogram);
                                    flatten(tag, Result.percentiles(histogram), all);
                                });
            } else {
                flatten("", new ObjectMapper().readTree(file.toFile()), all);
                Path log = file.resolveSibling("profile.hlog");
                if (Files.exists(log)) {
                    Histogram endToEnd = HistogramLog.read(log).get("endToEnd");
                    if (endToEnd != null) {
                        histograms.put(side + " endToEnd", endToEnd);
                    }
                }
            }
        } catch (IOException e) {
            throw refused(file, e.getMessage().lines().findFirst().orElse("nothing"));
        }
        if (all.isEmpty()) {
            throw refused(file, "no figures");
        }
        return all;
    }

    private static UsageException refused(Path file, String got) {
        return new UsageException(
                "--compare: can't read "
                        + file
                        + " (got "
                        + got
                        + "); wanted a profile.json or an .hlog that jink profile wrote");
    }

    private static void flatten(String prefix, JsonNode node, Map<String, Double> into) {
        if (node.isNumber()) {
            into.put(prefix, node.asDouble());
        } else if (node.isArray() && prefix.equals("stages")) {
            node.forEach(stage -> flatten(stage.path("name").asText(), stage, into));
        } else if (node.isObject()) {
            node.properties()
                    .forEach(
                            field ->
                                    flatten(
                                            prefix.isEmpty()
                                                    ? field.getKey()
                                                    : prefix + "." + field.getKey(),
                                            field.getValue(),
                                            into));
        }
    }

    void print(PrintStream out) {
        out.print(table());
    }

    private String table() {
        StringBuilder text = new StringBuilder("A " + nameA + "\nB " + nameB + "\n");
        text.append(String.format(Locale.ROOT, "%-32s%14s%14s%10s%n", "", "A", "B", "B/A"));
        a.forEach(
                (key, value) -> {
                    Double other = b.get(key);
                    if (other != null) {
                        text.append(
                                String.format(
                                        Locale.ROOT,
                                        "%-32s%14.4f%14.4f%10s%n",
                                        key,
                                        value,
                                        other,
                                        ratio(value, other)));
                    }
                });
        return text.toString();
    }

    private static String ratio(double a, double b) {
        return a == 0 ? "" : String.format(Locale.ROOT, "%.2f", b / a);
    }

    ObjectNode json() {
        ObjectNode out = new ObjectMapper().createObjectNode();
        out.put("a", nameA).put("b", nameB);
        ObjectNode figures = out.putObject("figures");
        a.forEach(
                (key, value) -> {
                    if (b.containsKey(key)) {
                        figures.putObject(key).put("a", value).put("b", b.get(key));
                    }
                });
        return out;
    }

    String html() {
        return Page.frame(
                "jink profile --compare",
                "<pre>" + Page.escaped(table()) + "</pre>" + Plot.percentiles(histograms));
    }
}
