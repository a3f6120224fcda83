package dev.jink.launch;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The report at a flight's end: one HTML file with the map, the track and every figure. */
final class FlightReport {
    private static final double SCALE = 18; // pixels a metre
    private static final double MARGIN_M = 4;

    private FlightReport() {}

    /**
     * @param obstacles [x, y, radius] in the world frame, metres
     * @param goal [x, y], metres
     * @param track [seconds, x, y, z, speed] at even steps
     */
    static void write(
            Path file,
            String title,
            List<double[]> obstacles,
            double[] goal,
            List<double[]> track,
            JsonNode figures)
            throws IOException {
        StringBuilder html = new StringBuilder(1 << 16);
        html.append(
                """
                <!doctype html><html lang="en"><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <style>
                  body { font: 15px/1.5 system-ui, sans-serif; margin: 24px auto; max-width: 1000px; padding: 0 12px; }
                  svg { width: 100%; border: 1px solid #ccd; background: #f7f9fb; }
                  table { border-collapse: collapse; } td { padding: 2px 14px 2px 0; vertical-align: top; }
                  td:last-child { font-variant-numeric: tabular-nums; }
                </style>
                """);
        html.append("<title>")
                .append(escape(title))
                .append("</title><h1>")
                .append(escape(title))
                .append("</h1>\n");
        map(html, obstacles, goal, track);
        html.append(
                "<p>Start left, goal right; the track's colour is its speed (red slow, blue"
                        + " fast).</p>\n"
                        + "<table>\n");
        rows(html, "", figures);
        html.append("</table>\n</html>\n");
        if (file.toAbsolutePath().getParent() != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        Files.writeString(file, html);
    }

    private static void map(
            StringBuilder html, List<double[]> obstacles, double[] goal, List<double[]> track) {
        double minX = Math.min(0, goal[0]) - MARGIN_M;
        double maxX = Math.max(0, goal[0]) + MARGIN_M;
        double halfY = 6;
        double fastest = 0.1;
        for (double[] at : track) {
            halfY = Math.max(halfY, Math.abs(at[2]) + MARGIN_M);
            fastest = Math.max(fastest, at[4]);
        }
        html.append(
                format(
                        "<svg viewBox='0 0 %.0f %.0f'>%n",
                        (maxX - minX) * SCALE, 2 * halfY * SCALE));
        for (double[] o : obstacles) {
            if (o[0] > minX - o[2] && o[0] < maxX + o[2] && Math.abs(o[1]) < halfY + o[2]) {
                html.append(circle(o[0] - minX, halfY - o[1], Math.max(o[2], 0.06), "#7d9b6a"));
            }
        }
        html.append(circle(goal[0] - minX, halfY - goal[1], 0.5, "#2aa198"));
        for (int i = 1; i < track.size(); i++) {
            double[] from = track.get(i - 1);
            double[] to = track.get(i);
            html.append(
                    format(
                            "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f'"
                                    + " stroke='hsl(%.0f,80%%,45%%)' stroke-width='3'/>%n",
                            (from[1] - minX) * SCALE,
                            (halfY - from[2]) * SCALE,
                            (to[1] - minX) * SCALE,
                            (halfY - to[2]) * SCALE,
                            220 * to[4] / fastest));
        }
        html.append("</svg>\n");
    }

    private static String circle(double xM, double yM, double radiusM, String colour) {
        return format(
                "<circle cx='%.1f' cy='%.1f' r='%.1f' fill='%s'/>%n",
                xM * SCALE, yM * SCALE, radiusM * SCALE, colour);
    }

    private static void rows(StringBuilder html, String prefix, JsonNode figures) {
        figures.properties()
                .forEach(
                        entry -> {
                            String name = prefix + entry.getKey();
                            if (entry.getValue().isObject()) {
                                rows(html, name + ".", entry.getValue());
                            } else {
                                html.append("<tr><td>").append(escape(name)).append("<td>");
                                html.append(
                                        escape(
                                                entry.getValue()
                                                        .asText(entry.getValue().toString())));
                                html.append('\n');
                            }
                        });
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
