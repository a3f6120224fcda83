package dev.jink.training;

import dev.jink.benchmarks.TwinTimes;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.model.ModelFile;
import dev.jink.kernels.plan.Plan;
import dev.jink.sim.trial.Pilot;
import dev.jink.sim.trial.Trial;
import dev.jink.sim.trial.TrialSettings;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The evidence a model is chosen by: networks of several shapes, trained alike on the same frames,
 * in one table of latency, size, accuracy and closed-loop success. A row that is finished is kept,
 * so the table goes on where it was stopped.
 */
final class Variants {
    private static final int LATENCY_ROUNDS = 5;
    private static final double SPEED_MPS = 3;
    private static final String HEAD =
            """
            | variant | activations, bits | MMAC | bytes | ms | AUROC < 2 m | range error | flights |
            |---|---|---|---|---|---|---|---|
            """;

    /** A shape with a name for its row. */
    record Variant(String name, Architecture shape) {}

    private static final List<Integer> USUAL = List.of(1, 2, 4, 1);
    private static final List<Integer> DEEP = List.of(1, 2, 4, 1, 2, 1);

    /** The shapes of the table; the first is the shipped one's. */
    static final List<Variant> ALL =
            List.of(
                    new Variant("w96-deep", Architecture.sight(32, 1, 96, DEEP, 1)),
                    new Variant("w96", Architecture.sight(32, 1, 96, USUAL, 1)),
                    new Variant("w96-a2", Architecture.sight(32, 1, 96, USUAL, 2)),
                    new Variant("w96-a4", Architecture.sight(32, 1, 96, USUAL, 4)),
                    new Variant("w64", Architecture.sight(32, 1, 64, USUAL, 1)),
                    new Variant("w128", Architecture.sight(32, 1, 128, USUAL, 1)),
                    new Variant("w96-coarse", Architecture.sight(32, 0, 96, USUAL, 1)),
                    new Variant("w96-shallow", Architecture.sight(32, 1, 96, List.of(2, 4), 1)),
                    new Variant(
                            "w64-deep",
                            Architecture.sight(32, 1, 64, List.of(1, 2, 4, 8, 2, 1), 1)));

    private final TrainSettings settings;
    private final int flights;
    private final PrintStream out;

    /**
     * @param settings of every run but for its shape and its folder
     * @param flights closed-loop trials of each
     */
    Variants(TrainSettings settings, int flights, PrintStream out) {
        this.settings = settings;
        this.flights = flights;
        this.out = out;
    }

    /** Trains and judges those that have no row yet; returns the table in Markdown. */
    String run() throws IOException {
        StringBuilder table = new StringBuilder(HEAD);
        for (Variant variant : ALL) {
            Path row = folder(variant).resolve("row.md");
            if (!settings.resume() || !Files.exists(row)) {
                out.printf("variant %s: %s%n", variant.name(), variant.shape().describe());
                Files.createDirectories(folder(variant));
                Files.writeString(row, row(variant));
            }
            table.append(Files.readString(row));
        }
        return table.toString();
    }

    private Path folder(Variant variant) {
        return settings.workdir().resolve("variants").resolve(variant.name());
    }

    private String row(Variant variant) throws IOException {
        Path folder = folder(variant);
        Path file = folder.resolve(variant.name() + ".jink");
        TrainSettings own = settings.of(variant.shape(), folder, file);
        new TrainingRun(own, out).run();
        Model model = ModelFile.read(file);
        Score score;
        try (Plan plan = Plan.load(file);
                FramePool unseen = TrainingRun.pool(own, true, out)) {
            List<Example> examples = PoolExamples.fixed(unseen, own.validationFrames(), own.seed());
            Predictor engine = Predictor.engine(plan);
            List<float[]> logits = examples.stream().map(e -> engine.logits(e).clone()).toList();
            score = Score.of(examples, logits, e -> true);
        }
        int reached = 0;
        try (Trial trial = new Trial(TrialSettings.demo(SPEED_MPS), Pilot.JINK, file)) {
            for (int seed = 1; seed <= flights; seed++) {
                reached += trial.run(seed).success() ? 1 : 0;
            }
        }
        double ms = TwinTimes.of(model, LATENCY_ROUNDS).engineMs();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f | %d | %.3f | %.3f | %.0f %% | %d of %d |%n",
                variant.name(),
                variant.shape().activationBits(),
                variant.shape().macs() / 1e6,
                Files.size(file),
                ms,
                score.auroc2m(),
                100 * score.rangeError(),
                reached,
                flights);
    }
}
