package dev.jink.launch.profile;

import com.fasterxml.jackson.databind.JsonNode;

import org.HdrHistogram.Histogram;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A run as one HTML file that needs nothing beside it.
 *
 * @param run its figures
 * @param histograms its distributions, nanoseconds
 */
record Page(JsonNode run, Map<String, Histogram> histograms) {
    private static final String STYLE =
            "body{font:15px system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0"
                + " 1rem;color:#1f2328}svg{width:100%;font:11px system-ui,sans-serif;fill:#57606a}"
                + "pre{background:#f6f8fa;padding:1rem;overflow:auto}";

    String html() {
        JsonNode seconds = run.path("worstMsPerSecond");
        double[] worst = new double[seconds.size()];
        for (int i = 0; i < worst.length; i++) {
            worst[i] = seconds.get(i).asDouble();
        }
        return frame(
                "jink profile",
                "<pre>"
                        + escaped(table())
                        + "</pre><h2>Percentiles</h2><p>endToEnd counts from the time a picture was"
                        + " due. The red line is the budget.</p>"
                        + Plot.percentiles(histograms)
                        + "<h2>The worst end-to-end time of each second</h2>"
                        + Plot.seconds(worst)
                        + "<h2>All figures</h2><pre>"
                        + escaped(run.toPrettyString())
                        + "</pre>");
    }

    private String table() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            new Table(out).print(run);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    static String frame(String title, String body) {
        return "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>"
                + title
                + "</title><style>"
                + STYLE
                + "</style><h1>"
                + title
                + "</h1>"
                + body
                + "</html>\n";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
