package dev.jink.sim.trial;

import dev.jink.kernels.model.ModelFileException;
import dev.jink.sim.command.CommandLines;
import dev.jink.sim.command.JsonFile;
import dev.jink.sim.scene.ForestSettings;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** Flies a number of seeds in lock-step and prints the share that reached the goal untouched. */
@Command(
        name = "fly",
        mixinStandardHelpOptions = true,
        description = {
            "Closed-loop trials in simulated forests, in lock-step.",
            "Success: the goal 40 m ahead reached in time without contact."
        })
public final class TrialsCommand implements Callable<Integer> {
    @Option(
            names = "--pilot",
            split = ",",
            defaultValue = "jink",
            description = "jink, true_depth, stop_only, straight; several by comma (default: jink)")
    private List<Pilot> pilots;

    @Option(names = "--trials", defaultValue = "10", description = "seeds (${DEFAULT-VALUE})")
    private int trials;

    @Option(names = "--seed", defaultValue = "1", description = "first seed (${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--speed", defaultValue = "3", description = "m/s (${DEFAULT-VALUE})")
    private double speed;

    @Option(names = "--spacing", defaultValue = "5", description = "of trees, m (${DEFAULT-VALUE})")
    private double spacingM;

    @Option(
            names = "--latency-ms",
            defaultValue = "50",
            description = "picture to obeyed command (${DEFAULT-VALUE})")
    private double latencyMs;

    @Option(names = "--limit", defaultValue = "60", description = "seconds (${DEFAULT-VALUE})")
    private double limitSeconds;

    @Option(names = "--model", description = "the network (default: sight.jink of jink.models)")
    private Path model;

    @Option(names = "--json", description = "write the results there too")
    private Path json;

    @Option(names = "--quiet", description = "only the table")
    private boolean quiet;

    @Spec private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The command with its case-insensitive pilots, for a launcher. */
    public static CommandLine commandLine() {
        return CommandLines.of(new TrialsCommand()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Integer call() throws IOException {
        if (trials < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--trials is " + trials + ", wanted 1 or more");
        }
        JsonFile.require(json);
        TrialSettings settings;
        try {
            ForestSettings forest = ForestSettings.demo().withSpacing(spacingM);
            settings =
                    TrialSettings.demo(speed)
                            .withForest(forest)
                            .withLatency(latencyMs / 1000)
                            .withLimit(limitSeconds);
        } catch (IllegalArgumentException refused) {
            throw new ParameterException(spec.commandLine(), refused.getMessage());
        }
        Map<String, Object> report = new LinkedHashMap<>();
        for (Pilot pilot : pilots) {
            report.put(pilot.name().toLowerCase(Locale.ROOT), score(fly(settings, pilot), pilot));
        }
        JsonFile.write(json, report);
        return 0;
    }

    private List<Flown> fly(TrialSettings settings, Pilot pilot) {
        List<Flown> results = new ArrayList<>();
        try (Trial trial = new Trial(settings, pilot, pilot.needsModel() ? model() : null)) {
            for (int i = 0; i < trials; i++) {
                Flown result = trial.run(seed + i);
                results.add(result);
                if (!quiet) {
                    System.out.printf(
                            Locale.ROOT,
                            "%-10s seed %-5d %-9s %6.1f s  %5.1f m  closest %5.2f m%n",
                            pilot.name().toLowerCase(Locale.ROOT),
                            result.seed(),
                            result.collided() ? "contact" : result.success() ? "goal" : "time up",
                            result.seconds(),
                            result.progressM(),
                            result.closestM());
                }
            }
        } catch (ModelFileException refused) {
            throw new ParameterException(spec.commandLine(), refused.getMessage());
        }
        return results;
    }

    private Path model() {
        if (model != null) {
            return model;
        }
        String folder = System.getProperty("jink.models");
        if (folder == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "no model: got neither --model nor -Djink.models, wanted one");
        }
        return Path.of(folder, "sight.jink");
    }

    private Map<String, Object> score(List<Flown> results, Pilot pilot) {
        int successes = (int) results.stream().filter(Flown::success).count();
        int contacts = (int) results.stream().filter(Flown::collided).count();
        Wilson interval = Wilson.of(successes, results.size());
        String seconds =
                results.stream()
                        .filter(Flown::success)
                        .mapToDouble(Flown::seconds)
                        .average()
                        .stream()
                        .mapToObj(mean -> String.format(Locale.ROOT, "%.1f s", mean))
                        .findFirst()
                        .orElse("none");
        System.out.printf(
                Locale.ROOT,
                "%s: success %d of n=%d, 95 %% interval %.0f to %.0f %%; contacts %d, time up %d;"
                        + " mean time to goal %s (%.1f m/s wanted, spacing %.1f m)%n",
                pilot.name().toLowerCase(Locale.ROOT),
                successes,
                results.size(),
                100 * interval.low(),
                100 * interval.high(),
                contacts,
                results.size() - successes - contacts,
                seconds,
                speed,
                spacingM);
        Map<String, Object> score = new LinkedHashMap<>();
        score.put("n", results.size());
        score.put("successes", successes);
        score.put("contacts", contacts);
        score.put("successLow", interval.low());
        score.put("successHigh", interval.high());
        score.put("speed", speed);
        score.put("spacingM", spacingM);
        score.put("latencyMs", latencyMs);
        score.put("firstSeed", seed);
        score.put("trials", results.stream().map(TrialsCommand::line).toList());
        return score;
    }

    private static Map<String, Object> line(Flown r) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("seed", r.seed());
        line.put("collided", r.collided());
        line.put("reachedGoal", r.reachedGoal());
        line.put("seconds", r.seconds());
        line.put("progressM", r.progressM());
        line.put("closestM", r.closestM());
        line.put("frames", r.frames());
        return line;
    }
}
