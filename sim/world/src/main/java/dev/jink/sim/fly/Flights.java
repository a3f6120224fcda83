package dev.jink.sim.fly;

import dev.jink.sim.trial.Flown;
import dev.jink.sim.trial.Pace;
import dev.jink.sim.trial.Pilot;
import dev.jink.sim.trial.Score;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What came of one point of a sweep.
 *
 * @param pilot whose score and pace count
 * @param flown its flights, by seed
 * @param baselines the other pilots' scores on the same seeds; empty when none were flown
 * @param strips the last pictures of flights that ended in a contact, by seed
 */
record Flights(
        Point point,
        Pilot pilot,
        Score score,
        Pace pace,
        List<Flown> flown,
        Map<Pilot, Score> baselines,
        Map<Long, FilmStrip> strips) {

    /** As in the JSON file: rates are shares of 1. */
    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("trials", score.trials());
        figures.put("success", score.success());
        figures.put("ci95", List.of(score.interval().low(), score.interval().high()));
        figures.put("collisions", score.collisions());
        figures.put("timeouts", score.timeouts());
        Map<String, Object> others = new LinkedHashMap<>();
        Map<String, Object> details = new LinkedHashMap<>();
        baselines.forEach(
                (baseline, itsScore) -> {
                    others.put(key(baseline), itsScore.success());
                    details.put(key(baseline), of(itsScore));
                });
        figures.put("baselines", others);
        figures.put("meanSpeed", score.meanSpeed());
        figures.put("pathExcess", score.pathExcess());
        figures.put("closestM", score.closestM());
        figures.put("latencyMs", Map.of("p50", score.p50Ms(), "p99", score.p99Ms()));
        figures.put(
                "trialsPerMinute",
                Map.of("flown", pace.flightsPerMinute(), "of30s", pace.of30sPerMinute()));
        figures.put("energyJPerM", score.joulesPerM());
        figures.put("pilot", pilot.name().toLowerCase(Locale.ROOT));
        figures.put("settings", point.figures());
        figures.put("baselineScores", details);
        figures.put("flights", flown.stream().map(Flights::line).toList());
        return figures;
    }

    private static Map<String, Object> of(Score score) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("success", score.success());
        figures.put("ci95", List.of(score.interval().low(), score.interval().high()));
        figures.put("collisions", score.collisions());
        figures.put("timeouts", score.timeouts());
        figures.put("meanSpeed", score.meanSpeed());
        figures.put("pathExcess", score.pathExcess());
        figures.put("closestM", score.closestM());
        figures.put("energyJPerM", score.joulesPerM());
        return figures;
    }

    private static Map<String, Object> line(Flown flight) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("seed", flight.seed());
        line.put("outcome", flight.success() ? "goal" : flight.collided() ? "contact" : "time up");
        line.put("seconds", flight.seconds());
        line.put("progressM", flight.progressM());
        line.put("pathM", flight.pathM());
        line.put("closestM", flight.closestM());
        line.put("energyJ", flight.energyJ());
        line.put("frames", flight.frames());
        return line;
    }

    private static String key(Pilot pilot) {
        return switch (pilot) {
            case JINK -> "jink";
            case TRUE_DEPTH -> "trueDepth";
            case STOP_ONLY -> "stopOnly";
            case STRAIGHT -> "straight";
        };
    }
}
