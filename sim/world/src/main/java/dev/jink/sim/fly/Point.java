package dev.jink.sim.fly;

import dev.jink.sim.trial.TrialSettings;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One point of a sweep.
 *
 * @param latencyMs injected
 * @param noise times the usual
 */
record Point(TrialSettings settings, double latencyMs, double noise) {
    String course() {
        return settings.course().kind().name().toLowerCase(Locale.ROOT);
    }

    double spacingM() {
        return settings.course().spacingM();
    }

    double speed() {
        return settings.speed();
    }

    /** As in the JSON file. */
    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("course", course());
        figures.put("spacingM", spacingM());
        figures.put("speed", speed());
        figures.put("movers", settings.course().movers());
        figures.put("injectedLatencyMs", latencyMs);
        figures.put("frameRateHz", settings.frameHz());
        figures.put("noise", noise);
        figures.put("windMean", settings.wind().meanSpeed());
        figures.put("goalM", settings.course().goalM());
        figures.put("limitSeconds", settings.limitSeconds());
        return figures;
    }

    /** In words, for tables and headings. */
    String words() {
        StringBuilder words = new StringBuilder();
        words.append(
                String.format(Locale.ROOT, "%s, %.1f m, %.1f m/s", course(), spacingM(), speed()));
        add(words, ", %.0f walking", settings.course().movers(), 0);
        add(words, ", +%.0f ms", latencyMs, 0);
        add(words, ", %.0f Hz", settings.frameHz(), 30);
        add(words, ", noise x%.1f", noise, 1);
        add(words, ", wind %.1f m/s", settings.wind().meanSpeed(), 0);
        return words.toString();
    }

    private static void add(StringBuilder words, String format, double value, double usual) {
        if (value != usual) {
            words.append(String.format(Locale.ROOT, format, value));
        }
    }
}
