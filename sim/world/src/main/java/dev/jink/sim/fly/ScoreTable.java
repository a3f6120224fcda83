package dev.jink.sim.fly;

import dev.jink.sim.trial.Pilot;
import dev.jink.sim.trial.Score;

import java.io.PrintStream;
import java.util.Locale;

/** The scores as lines for a terminal, one a point. */
final class ScoreTable {
    private static final String HEADING = "%-40s %8s %-11s %7s %7s %5s %6s %7s %6s %11s   %s%n";
    private static final String ROW =
            "%-40s %6.0f %%  %3.0f..%3.0f %%  %7d %7d %5s %6s %5.2f m %6s %5.2f/%5.2f  " + " %s%n";

    private final PrintStream out;

    ScoreTable(PrintStream out) {
        this.out = out;
    }

    void heading(Pilot pilot, int trials, long seed) {
        out.printf(
                Locale.ROOT,
                "pilot %s, %d seeds from %d; success with its 95 %% interval; speed towards the"
                        + " goal and path excess of flights that reached it%n",
                pilot.name().toLowerCase(Locale.ROOT),
                trials,
                seed);
        out.printf(
                Locale.ROOT,
                HEADING,
                "course, spacing, speed",
                "success",
                "",
                "contact",
                "time up",
                "m/s",
                "excess",
                "closest",
                "J/m",
                "ms p50/p99",
                "success of baselines");
    }

    void row(Flights flights) {
        Score s = flights.score();
        StringBuilder others = new StringBuilder();
        flights.baselines()
                .forEach(
                        (pilot, score) ->
                                others.append(
                                        String.format(
                                                Locale.ROOT,
                                                "%s %.0f %%  ",
                                                pilot.name().toLowerCase(Locale.ROOT),
                                                100 * score.success())));
        out.printf(
                Locale.ROOT,
                ROW,
                flights.point().words(),
                100 * s.success(),
                100 * s.interval().low(),
                100 * s.interval().high(),
                s.collisions(),
                s.timeouts(),
                reached(s, "%.2f", s.meanSpeed()),
                reached(s, "%.0f %%", 100 * s.pathExcess()),
                s.closestM(),
                reached(s, "%.1f", s.joulesPerM()),
                s.p50Ms(),
                s.p99Ms(),
                others.toString().strip());
        out.printf(
                Locale.ROOT,
                "  flown in %.0f s: %.0f trials a minute, or %.0f of 30 s%n",
                flights.pace().wallSeconds(),
                flights.pace().flightsPerMinute(),
                flights.pace().of30sPerMinute());
        out.flush();
    }

    /** A figure of the flights that reached the goal; a dash when none did. */
    static String reached(Score score, String format, double value) {
        return score.success() > 0 ? String.format(Locale.ROOT, format, value) : "–";
    }
}
