package dev.jink.sim.fly;

import dev.jink.sim.trial.Flown;
import dev.jink.sim.trial.Pilot;
import dev.jink.sim.trial.Score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One HTML file, nothing beside it: scores, heat map, tracks, and the last pictures of crashes. */
final class ReportPage {
    /** Failed flights are shown first, and of all no more than these per point. */
    private static final int MOST_TRACKS = 12;

    private static final String HEAD =
            """
            <!doctype html><html lang="en"><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Jink: closed-loop trials</title>
            <style>
              body { font: 15px/1.5 system-ui, sans-serif; margin: 24px auto; max-width: 1200px; padding: 0 12px; }
              table { border-collapse: collapse; margin: 12px 0; }
              td, th { padding: 3px 12px; text-align: right; font-variant-numeric: tabular-nums; }
              th:first-child, td:first-child { text-align: left; }
              .heat td { min-width: 70px; text-align: center; }
              svg { width: 100%; background: #f7f9fb; border: 1px solid #ccd; }
              .tracks { display: grid; grid-template-columns: repeat(auto-fill, minmax(540px, 1fr)); gap: 12px; }
              .strip { display: flex; overflow-x: auto; } figure { margin: 4px; }
              figcaption { font-size: 12px; white-space: nowrap; }
            </style>
            <h1>Closed-loop trials</h1>
            """;

    private ReportPage() {}

    /** @param file null writes nothing */
    static void write(Path file, List<Flights> all) throws IOException {
        if (file == null) {
            return;
        }
        StringBuilder html = new StringBuilder(1 << 18).append(HEAD);
        scores(html, all);
        html.append("<h2>Success by speed and density</h2>\n").append(HeatMap.of(all));
        for (Flights flights : all) {
            html.append("<h2>").append(flights.point().words()).append("</h2>\n");
            tracks(html, flights);
            for (Map.Entry<Long, FilmStrip> strip : flights.strips().entrySet()) {
                html.append("<h3>Last pictures of seed ").append(strip.getKey()).append("</h3>\n");
                html.append(strip.getValue().html());
            }
        }
        Files.writeString(file, html.append("</html>\n"));
    }

    private static void scores(StringBuilder html, List<Flights> all) {
        html.append(
                "<table><tr><th>course<th>pilot<th>success<th>95 % interval<th>contact<th>time up"
                        + "<th>m/s<th>path excess<th>closest<th>J/m<th>ms p50<th>ms p99\n");
        for (Flights flights : all) {
            row(html, flights.point().words(), flights.pilot(), flights.score());
            flights.baselines().forEach((pilot, score) -> row(html, "", pilot, score));
        }
        html.append("</table>\n");
    }

    private static void row(StringBuilder html, String words, Pilot pilot, Score s) {
        html.append(
                String.format(
                        Locale.ROOT,
                        "<tr><td>%s<td>%s<td>%.0f %%<td>%.0f to %.0f %%<td>%d<td>%d<td>%s"
                                + "<td>%s<td>%.2f m<td>%s<td>%.2f<td>%.2f%n",
                        words,
                        pilot.name().toLowerCase(Locale.ROOT),
                        100 * s.success(),
                        100 * s.interval().low(),
                        100 * s.interval().high(),
                        s.collisions(),
                        s.timeouts(),
                        ScoreTable.reached(s, "%.2f", s.meanSpeed()),
                        ScoreTable.reached(s, "%.0f %%", 100 * s.pathExcess()),
                        s.closestM(),
                        ScoreTable.reached(s, "%.1f", s.joulesPerM()),
                        s.p50Ms(),
                        s.p99Ms()));
    }

    private static void tracks(StringBuilder html, Flights flights) {
        html.append("<p>From above: start left, goal right; red is slow, blue as fast as wanted.")
                .append("</p><div class='tracks'>\n");
        flights.flown().stream()
                .sorted((a, b) -> Boolean.compare(a.success(), b.success()))
                .limit(MOST_TRACKS)
                .forEach(flown -> html.append(track(flights.point(), flown)));
        html.append("</div>\n");
    }

    private static String track(Point point, Flown flown) {
        return String.format(
                Locale.ROOT,
                "<div>seed %d: %s after %.1f s, closest %.2f m%s</div>%n",
                flown.seed(),
                flown.success() ? "goal" : flown.collided() ? "contact" : "time up",
                flown.seconds(),
                flown.closestM(),
                TrackMap.of(point.settings().stage(flown.seed()), flown, point.speed()));
    }
}
