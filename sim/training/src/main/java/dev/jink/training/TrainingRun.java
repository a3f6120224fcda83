package dev.jink.training;

import dev.jink.kernels.KernelProvider;
import dev.jink.kernels.model.ModelFile;
import dev.jink.kernels.plan.Plan;
import dev.jink.sim.scene.SceneKind;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The line from nothing to a model file: render, train the float twin, train the 1-bit network from
 * its weights and with its advice, export, compare, judge, write the card.
 */
final class TrainingRun {
    private static final float MOST_DIFFERENCE = 1e-3f;

    private final TrainSettings settings;
    private final PrintStream out;

    TrainingRun(TrainSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /**
     * Runs all of it.
     *
     * @return the card's text
     * @throws IllegalStateException when training diverged or engine and libtorch disagree
     */
    String run() throws IOException {
        try (FramePool train = pool(settings, false, out);
                FramePool unseen = pool(settings, true, out)) {
            SightNetwork twin = new SightNetwork(settings.architecture(), settings.seed());
            SightNetwork student = new SightNetwork(settings.architecture(), settings.seed());
            if (settings.start() != null) {
                settings.start().into(twin);
            }
            List<Double> losses = train(train, twin, student);
            List<Example> examples =
                    PoolExamples.fixed(unseen, settings.validationFrames(), settings.seed());
            Path output = settings.output();
            ModelFile.write(
                    Export.model(
                            student, name(), card().getFileName().toString(), examples.getFirst()),
                    output);
            try (Plan plan = Plan.load(output, KernelProvider.choose())) {
                TwinFile.save(TwinFile.beside(output), twin, plan.sha256());
                Files.writeString(curve(), LossCurve.svg(settings));
                ModelCard card = new ModelCard(settings, plan);
                card.data(
                        train.sha256(settings.frames()),
                        unseen.sha256(settings.validationFrames()));
                card.stages(losses, curve().getFileName().toString());
                card.parity(parity(student, plan, examples));
                card.explain();
                card.table(
                        "1-bit model, run by the engine", scores(Predictor.engine(plan), examples));
                card.table(
                        "Float twin, run by libtorch",
                        scores(Predictor.libtorch(twin, Arithmetic.FLOAT), examples));
                card.limits();
                Files.writeString(card(), card.toString());
                return card.toString();
            }
        }
    }

    /** The frames to train on, or those to judge by; what is missing is rendered. */
    static FramePool pool(TrainSettings settings, boolean validation, PrintStream out)
            throws IOException {
        return FramePool.open(
                settings.pool(validation),
                validation ? settings.validationFrames() : settings.frames(),
                new SceneFrames(
                        settings.seed(),
                        validation,
                        validation ? Dressing.none() : settings.dressing()),
                settings.threads(),
                progress(validation ? "render validation" : "render", out));
    }

    private static Progress progress(String what, PrintStream out) {
        return new Progress(what, out, System::nanoTime);
    }

    private List<Double> train(FramePool pool, SightNetwork twin, SightNetwork student)
            throws IOException {
        List<Double> losses = new ArrayList<>();
        for (StagePlan stage : settings.stages()) {
            boolean isTwin = stage.arithmetic() == Arithmetic.FLOAT;
            if (stage.schedule().steps() == 0) {
                losses.add(Double.NaN);
                continue;
            }
            Path file = settings.checkpoint(stage);
            if (!settings.resume()) {
                Files.deleteIfExists(file);
            }
            Trainer trainer = new Trainer(isTwin ? twin : student, isTwin ? null : twin, stage);
            losses.add(
                    trainer.run(
                            new PoolExamples(pool, settings.frames(), stage.seed()),
                            settings.frames(),
                            file,
                            Trainer.CHECKPOINT_STEPS,
                            progress(stage.name(), out)));
            if (isTwin) {
                student.weights().copyFrom(twin.weights());
            }
        }
        return losses;
    }

    private String name() {
        return settings.output().getFileName().toString().replaceFirst("\\.jink$", "");
    }

    private Path card() {
        return settings.output().resolveSibling(name() + ".card.md");
    }

    private Path curve() {
        return settings.output().resolveSibling(name() + ".loss.svg");
    }

    private float parity(SightNetwork student, Plan plan, List<Example> examples) {
        float difference = Export.parity(student, plan, examples);
        out.printf(
                "engine against libtorch, %d pictures: largest difference of a logit %.2g%n",
                examples.size(), difference);
        if (!(difference <= MOST_DIFFERENCE)) {
            throw new IllegalStateException(
                    "export: got logits %g apart from libtorch's, wanted at most %g;"
                                    .formatted(difference, MOST_DIFFERENCE)
                            + " run jink verify to see whether the kernels are to blame");
        }
        return difference;
    }

    /** Rows of a score table: all pictures, then each kind of scene. */
    private static List<String> scores(Predictor predictor, List<Example> examples) {
        List<float[]> logits = examples.stream().map(e -> predictor.logits(e).clone()).toList();
        List<String> rows = new ArrayList<>();
        rows.add(Score.of(examples, logits, e -> true).row("all"));
        for (Mixture part : Mixture.values()) {
            SceneKind kind = part.scene();
            Score score = Score.of(examples, logits, e -> e.kind() == kind.ordinal());
            rows.add(score.row(kind.name().toLowerCase(Locale.ROOT)));
        }
        return rows;
    }
}
