package dev.jink.launch.profile;

import org.HdrHistogram.Histogram;

import java.util.Locale;
import java.util.Map;

/** Plots as inline SVG: a page that needs nothing beside it. Times in milliseconds on a logarithmic axis. */
final class Plot {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 320;
    private static final int LEFT = 60;
    private static final int BOTTOM = 40;
    private static final double LEAST_MS = 0.001;
    private static final double MOST_MS = 1000;
    private static final double NINES = 5;
    private static final double BUDGET_MS = 50;
    private static final String[] COLOURS = {
        "#1f6feb", "#d1242f", "#2da44e", "#bf8700", "#8250df", "#0a8a8a", "#6e7781", "#b35900"
    };

    private Plot() {}

    /** Every distribution over its percentiles, p0 to p99.999. */
    static String percentiles(Map<String, Histogram> nanos) {
        StringBuilder svg = open("percentiles");
        for (int nines = 0; nines <= NINES; nines++) {
            double x = LEFT + nines / NINES * (WIDTH - LEFT - 10);
            String label =
                    nines == 0 ? "0" : nines == 1 ? "90 %" : "99." + "9".repeat(nines - 2) + " %";
            text(svg, x, HEIGHT - BOTTOM + 18, nines == 2 ? "99 %" : label);
        }
        int n = 0;
        for (Map.Entry<String, Histogram> each : nanos.entrySet()) {
            StringBuilder points = new StringBuilder();
            for (double nine = 0; nine <= NINES; nine += 0.05) {
                double percentile = 100 * (1 - Math.pow(10, -nine));
                double ms = each.getValue().getValueAtPercentile(percentile) / 1e6;
                points.append(point(LEFT + nine / NINES * (WIDTH - LEFT - 10), y(ms)));
            }
            polyline(svg, points, n);
            legend(svg, n++, each.getKey());
        }
        return svg.append("</svg>").toString();
    }

    /** The largest time in each second of a run. */
    static String seconds(double[] worstMs) {
        StringBuilder svg = open("the worst of each second");
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < worstMs.length; i++) {
            double x = LEFT + (double) i / Math.max(1, worstMs.length - 1) * (WIDTH - LEFT - 10);
            points.append(point(x, y(worstMs[i])));
        }
        polyline(svg, points, 0);
        text(svg, LEFT, HEIGHT - BOTTOM + 18, "0 s");
        text(svg, WIDTH - 40, HEIGHT - BOTTOM + 18, worstMs.length + " s");
        return svg.append("</svg>").toString();
    }

    private static StringBuilder open(String title) {
        StringBuilder svg = new StringBuilder();
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                        WIDTH,
                        HEIGHT,
                        title));
        for (double ms = LEAST_MS; ms <= MOST_MS; ms *= 10) {
            rule(svg, ms, "#d0d7de");
            text(svg, 2, y(ms) + 4, String.format(Locale.ROOT, "%s ms", trimmed(ms)));
        }
        rule(svg, BUDGET_MS, "#d1242f");
        return svg;
    }

    private static void rule(StringBuilder svg, double ms, String colour) {
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>",
                        LEFT,
                        WIDTH - 10,
                        y(ms),
                        y(ms),
                        colour));
    }

    private static void polyline(StringBuilder svg, CharSequence points, int n) {
        svg.append("<polyline fill=\"none\" stroke-width=\"1.5\" stroke=\"")
                .append(COLOURS[n % COLOURS.length])
                .append("\" points=\"")
                .append(points)
                .append("\"/>");
    }

    private static void legend(StringBuilder svg, int n, String name) {
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>",
                        LEFT + 10,
                        16 + 15 * n,
                        COLOURS[n % COLOURS.length],
                        Page.escaped(name)));
    }

    private static void text(StringBuilder svg, double x, double y, String words) {
        svg.append(
                String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\">%s</text>", x, y, words));
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f ", x, y);
    }

    private static double y(double ms) {
        double within = Math.clamp(ms, LEAST_MS, MOST_MS);
        double share = Math.log10(within / LEAST_MS) / Math.log10(MOST_MS / LEAST_MS);
        return HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - 8);
    }

    private static String trimmed(double ms) {
        return ms >= 0.999 ? Long.toString(Math.round(ms)) : String.format(Locale.ROOT, "%.1g", ms);
    }
}
