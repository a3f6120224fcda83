package dev.jink.sim.fly;

import dev.jink.kernels.model.ModelFileException;
import dev.jink.sim.command.CommandLines;
import dev.jink.sim.command.JsonFile;
import dev.jink.sim.command.UsageException;
import dev.jink.sim.trial.Pilot;
import dev.jink.sim.trial.SimulatorKind;
import dev.jink.sim.trial.Squad;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
import java.util.ServiceLoader;
import java.util.concurrent.Callable;

/** Flies seeds in lock-step, over sweeps, beside the baselines, and shows what came of it. */
@Command(
        name = "fly",
        mixinStandardHelpOptions = true,
        description = {
            "Closed-loop trials in lock-step: success is the goal reached in time without contact.",
            "Options that take several values, by comma, are swept over in all combinations."
        })
public final class FlyCommand implements Callable<Integer> {
    @Mixin private SweepOptions sweep = new SweepOptions();

    @Option(names = "--trials", defaultValue = "10", description = "seeds (${DEFAULT-VALUE})")
    private int trials;

    @Option(names = "--seed", defaultValue = "1", description = "the first (${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--pilot",
            defaultValue = "jink",
            description = "who is scored: jink, true_depth, stop_only, straight (jink)")
    private Pilot pilot;

    @Option(names = "--no-baselines", description = "fly nobody else")
    private boolean alone;

    @Option(
            names = "--bar",
            defaultValue = "0",
            description = "success below this share, 0 to 1, ends with status 1 (${DEFAULT-VALUE})")
    private double bar;

    @Option(
            names = "--simulator",
            defaultValue = "world",
            description = "what is flown in (${DEFAULT-VALUE})")
    private String simulator;

    @Option(names = "--threads", description = "default: one a core")
    private Integer threads;

    @Option(names = "--model", description = "the network (default: sight.jink of jink.models)")
    private Path model;

    @Option(names = "--json", description = "write the figures there")
    private Path json;

    @Option(
            names = "--report",
            description = "write a page there: tracks, heat map, film strips of crashes")
    private Path report;

    @Spec private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The command line, its names of courses and pilots in any case. */
    public static CommandLine commandLine() {
        return CommandLines.of(new FlyCommand()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Integer call() throws IOException {
        require(trials >= 1 && trials <= 100_000, "--trials is " + trials + ", wanted 1 to 100000");
        require(bar >= 0 && bar <= 1, "--bar is " + bar + ", wanted a share from 0 to 1");
        require(
                threads == null || (threads >= 1 && threads <= 1024),
                "--threads is " + threads + ", wanted 1 to 1024");
        JsonFile.require(json);
        JsonFile.require("--report", report);
        List<Point> points;
        try {
            points = sweep.points();
        } catch (IllegalArgumentException refused) {
            throw new ParameterException(spec.commandLine(), refused.getMessage());
        }
        Squad squad = squad();
        ScoreTable table = new ScoreTable(System.out);
        List<Flights> all = new ArrayList<>();
        try {
            table.heading(pilot, trials, seed);
            for (Point point : points) {
                Sortie sortie = new Sortie(squad, point, seed, trials);
                Flights flights = sortie.fly(pilot, alone ? List.of() : baselines());
                table.row(flights);
                all.add(flights);
            }
        } catch (ModelFileException | UnsupportedOperationException refused) {
            throw new ParameterException(spec.commandLine(), refused.getMessage());
        }
        JsonFile.write(json, figures(all));
        ReportPage.write(report, all);
        return missed(all);
    }

    private List<Pilot> baselines() {
        return List.of(Pilot.STRAIGHT, Pilot.STOP_ONLY, Pilot.TRUE_DEPTH);
    }

    /** One point lies flat in the file; several are a list under {@code points}. */
    private static Object figures(List<Flights> all) {
        if (all.size() == 1) {
            return all.getFirst().figures();
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("points", all.stream().map(Flights::figures).toList());
        return figures;
    }

    private int missed(List<Flights> all) {
        int status = 0;
        for (Flights flights : all) {
            if (flights.score().success() < bar) {
                System.err.printf(
                        Locale.ROOT,
                        "jink: %s: success is %.1f %%, wanted %.1f %% or more%n",
                        flights.point().words(),
                        100 * flights.score().success(),
                        100 * bar);
                status = 1;
            }
        }
        return status;
    }

    private Squad squad() {
        List<String> names = new ArrayList<>();
        for (SimulatorKind kind : ServiceLoader.load(SimulatorKind.class)) {
            if (kind.name().equals(simulator)) {
                int cores = Runtime.getRuntime().availableProcessors();
                int most = kind.atOnce(threads == null ? cores : threads);
                return new Squad(kind, pilot == Pilot.JINK ? model() : null, most);
            }
            names.add(kind.name());
        }
        throw new UsageException(
                "--simulator: got '" + simulator + "', wanted one of " + String.join(", ", names));
    }

    private Path model() {
        if (model != null) {
            return model;
        }
        String folder = System.getProperty("jink.models");
        require(folder != null, "no model: got neither --model nor -Djink.models, wanted one");
        return Path.of(folder, "sight.jink");
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }
}
