package dev.jink.training;

import dev.jink.kernels.plan.Plan;
import dev.jink.sim.scene.Photographs;

import java.util.List;
import java.util.Locale;

/** The Markdown page beside a model: where it comes from, what it scores, where it fails. */
final class ModelCard {
    private final StringBuilder text = new StringBuilder();

    private final TrainSettings settings;
    private final Plan plan;

    /** Starts the card: what the model is and what made it. */
    ModelCard(TrainSettings settings, Plan plan) {
        this.settings = settings;
        this.plan = plan;
        line("# Model card: %s", settings.output().getFileName());
        line("");
        line("SHA-256 of the model, as the file carries it and the node reports it:");
        line("`%s`", plan.sha256());
        line("");
        line("What it does: says for each of %s cells (columns, rows) of one grey", grid());
        line("picture (virtual camera `%s`) how far the", VirtualPicture.CAMERA);
        line("nearest obstacle is: log odds of nearer than %s m. Ground and", Ordinal.text());
        line("ceiling are no obstacles. Then the same of the nearest surface of any kind.");
        line("");
        line("## Made by");
        line("");
        line("```");
        line("%s", settings.command());
        line("```");
        line("");
        if (!settings.remark().isBlank()) {
            line("- %s", settings.remark());
        }
        line("- Network: %s", settings.architecture().describe());
        line("- Seed: %d, for weights, scenes and pictures alike", settings.seed());
        if (settings.start() != null) {
            line(
                    "- Started from the float twin `%s`, SHA-256 `%s`",
                    settings.start().file().getFileName(), settings.start().digest());
        }
        line("- JDK %d, libtorch on one thread", Runtime.version().feature());
    }

    /** Tells what was learned from; the digests are of the frames in the two pools. */
    void data(String trained, String unseen) {
        line(
                "- Data: rendered only, by this repository's simulator. %d frames to train on, %d"
                        + " to",
                settings.frames(), settings.validationFrames());
        line("  judge by; scene seeds of the first are even, of the second odd. No real picture.");
        line("- Scenes: %s", shares());
        Dressing dressing = settings.dressing();
        if (dressing.encounterShare() > 0) {
            line(
                    "- With something put in the camera's way: %.0f %% of the scenes trained on",
                    100 * dressing.encounterShare());
        }
        if (dressing.plainShare() > 0) {
            line(
                    "- Without shadows and with closed leaves: %.0f %% of the scenes trained on",
                    100 * dressing.plainShare());
        }
        line("- Photographs on their surfaces: %s", photographs());
        line(
                "- Every picture is developed afresh: exposure, response, blur, noise, mirror,"
                        + " border");
        line("- SHA-256 of the frames to train on `%s`,", trained);
        line("  to judge by `%s`", unseen);
    }

    private String photographs() {
        Photographs all = settings.dressing().photographs();
        return all.size() == 0
                ? "none"
                : "%d in the scenes trained on, none in those judged by; SHA-256 `%s`"
                        .formatted(all.size(), all.digest());
    }

    private static String grid() {
        return VirtualPicture.GRID.replace(" ", " x ");
    }

    private static String shares() {
        StringBuilder shares = new StringBuilder();
        for (Mixture part : Mixture.values()) {
            shares.append(shares.isEmpty() ? "" : ", ")
                    .append(
                            "%s %.0f %%"
                                    .formatted(
                                            part.name().toLowerCase(Locale.ROOT),
                                            100 * part.share()));
        }
        return shares.toString();
    }

    /** Tells of every stage, by the running loss at its end; {@code curve} is the picture's name. */
    void stages(List<Double> losses, String curve) {
        List<StagePlan> stages = settings.stages();
        for (int i = 0; i < stages.size(); i++) {
            StagePlan stage = stages.get(i);
            int steps = stage.schedule().steps();
            if (steps == 0) {
                continue;
            }
            line(
                    "- Stage %s: %d steps of %d pictures (%d samples), AdamW, peak rate %s,"
                            + " twin's share of the target %s, loss at the end %.4f",
                    stage.name(),
                    steps,
                    stage.batch(),
                    (long) steps * stage.batch(),
                    stage.schedule().peak(),
                    stage.teaching(),
                    losses.get(i));
        }
        line("");
        line("![Running loss of each stage over its steps](%s)", curve);
    }

    /** Tells the largest difference of a logit between engine and libtorch. */
    void parity(float difference) {
        line("");
        line(
                "Engine (kernels %s) against libtorch on %d unseen pictures: largest difference of"
                        + " a",
                plan.kernelPath(), settings.validationFrames());
        line("logit %.2g.", difference);
    }

    /** Says how to read the tables that follow. */
    void explain() {
        line("");
        line("## Scores on rendered scenes that training never saw");
        line("");
        line(
                "Area under the ROC curve per cell of \"nearer than 1, 2, 4 m\"; beside it the"
                        + " trivial");
        line("score that calls lower cells nearer. Range error: median of |decoded - true| / true");
        line(
                "over cells with an obstacle nearer than 8 m. Found: cells nearer than 2 m that"
                        + " decode");
        line("as nearer than 3 m; false: cells clear to 6 m that do.");
    }

    /** Adds a table of scores. */
    void table(String title, List<String> rows) {
        line("");
        line("### %s", title);
        line("");
        line("%s", Score.head());
        rows.forEach(row -> line("%s", row));
    }

    /** Ends the card with what it must not be trusted in. */
    void limits() {
        line("");
        line("## Limits");
        line("");
        line(
                "- Learned from rendered pictures alone: on real ones expect less than the tables"
                        + " say.");
        line(
                "- One picture at a time: an even surface that fills the view gives no clue of"
                        + " range.");
        line("- Thin poles and wires are missed most, see the row of the poles.");
        line(
                "- The twin is a teacher, not a bound: it saw the samples of its own stage alone,"
                        + " the");
        line("  1-bit network started from its weights and saw those of the other stages besides.");
        line("- Range beyond 8 m is rough; clear means no obstacle within 12 m was recognised.");
    }

    private void line(String format, Object... values) {
        text.append(format.formatted(values)).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
