package dev.jink.training;

import dev.jink.benchmarks.TwinTimes;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects what {@code jink eval} measured: a line each at once, figures and a page at the end. */
final class EvalReport {
    private static final int SHOWN = 16;
    private static final double FALSE_ALARMS = 0.1;

    private final PrintStream out;
    private final String title;
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final List<Map<String, Object>> binarized = new ArrayList<>();
    private final List<Map<String, Object>> walks = new ArrayList<>();
    private final List<Map<String, Object>> pairs = new ArrayList<>();
    private final List<WalkScore> walkScores = new ArrayList<>();
    private final List<List<String>> lines = new ArrayList<>();
    private final StringBuilder galleries = new StringBuilder();

    EvalReport(Path model, String sha256, PrintStream out) {
        this.out = out;
        title = "%s, SHA-256 %s".formatted(model.getFileName(), sha256);
        out.println(title);
        lines.add(List.of("measure", "figure", "beside it"));
        for (String key :
                new String[] {
                    "auroc",
                    "floatTwinAuroc",
                    "medianRangeError",
                    "walks",
                    "walksAuc",
                    "walksTprAt10",
                    "rgbd",
                    "latencyMs",
                    "ortFp32Ms",
                    "ortInt8Ms"
                }) {
            figures.put(key, null); // keeps the order, and says what wasn't asked for
        }
        figures.put("walks", walks);
        figures.put("rgbd", pairs);
    }

    /** A gallery that shows some of a folder's pictures. */
    static Gallery gallery(String name, int pictures) {
        return new Gallery(name, pictures, SHOWN);
    }

    void rendered(RenderedScore score) {
        put("auroc", score.model().auroc2m());
        put("medianRangeError", score.model().rangeError());
        String twin = "no float twin";
        if (score.twin() != null) {
            put("floatTwinAuroc", score.twin().auroc2m());
            twin = text("float twin %.3f", score.twin().auroc2m());
        }
        String row = text("row alone %.3f", score.model().rowAuroc2m());
        line(
                text(
                        "rendered, %d pictures%s: AUROC < 2 m",
                        score.model().pictures(),
                        score.encounterShare() == 0
                                ? ""
                                : text(
                                        ", something put in the way of %.0f %%",
                                        100 * score.encounterShare())),
                text("%.3f", score.model().auroc2m()),
                twin + ", " + row);
        for (PostTraining cut : score.binarized()) {
            Map<String, Object> figure = new LinkedHashMap<>();
            figure.put("precision", cut.precision().toString());
            figure.put("auroc", number(cut.score().auroc2m()));
            figure.put("medianRangeError", number(cut.score().rangeError()));
            binarized.add(figure);
            figures.put("postTraining", binarized);
            line(
                    text("rendered: twin as %s after training, AUROC < 2 m", cut.precision()),
                    text("%.3f", cut.score().auroc2m()),
                    text("median range error %.0f %%", 100 * cut.score().rangeError()));
        }
        line("rendered: median range error", text("%.0f %%", 100 * score.model().rangeError()), "");
        out.println(Score.head());
        score.kinds().forEach(out::println);
        galleries.append(score.gallery().html());
    }

    void walk(String name, WalkScore score, Gallery gallery) {
        Map<String, Object> walk = new LinkedHashMap<>();
        walk.put("name", name);
        walk.put("auc", number(score.auroc()));
        walk.put("trivialAuc", number(score.trivial()));
        walk.put("frames", score.pictures());
        walks.add(walk);
        walkScores.add(score);
        walkLine(
                text("walk %s, %d pictures, %d close: AUC", name, score.pictures(), score.close()),
                score);
        galleries.append(gallery.html());
    }

    void walksTogether() {
        if (walkScores.isEmpty()) {
            return;
        }
        WalkScore all = WalkScore.together(walkScores);
        put("walksAuc", all.auroc());
        put("walksTprAt10", all.found(FALSE_ALARMS));
        walkLine("all walks together: AUC", all);
        line(
                "all walks together: found at 10 % false alarms",
                text("%.2f", all.found(FALSE_ALARMS)), "one threshold for all");
    }

    private void walkLine(String what, WalkScore score) {
        line(
                what,
                text("%.3f", score.auroc()),
                text("dark %.3f, unsaturated %.3f", score.darkness(), score.unsaturated()));
    }

    void pairs(String name, DepthScore score, Gallery gallery) {
        Map<String, Object> folder = new LinkedHashMap<>();
        folder.put("name", name);
        folder.put("auroc", number(score.auroc()));
        folder.put("rowPriorAuroc", number(score.rowPrior()));
        pairs.add(folder);
        line(
                text("pairs %s, %d pictures: AUROC < 1.5 m", name, score.pictures()),
                text("%.3f", score.auroc()),
                text("row alone %.3f, %d cells", score.rowPrior(), score.cells()));
        galleries.append(gallery.html());
    }

    void latency(TwinTimes times) {
        put("latencyMs", times.engineMs());
        put("ortFp32Ms", times.fp32Ms());
        put("ortInt8Ms", times.int8Ms());
        line(
                "latency, one thread",
                text("%.3f ms", times.engineMs()),
                text("ONNX Runtime float %.3f ms, int8 %.3f ms", times.fp32Ms(), times.int8Ms()));
    }

    private void line(String what, String figure, String beside) {
        lines.add(List.of(what, figure, beside));
        out.printf("%-58s %-9s %s%n", what, figure, beside);
    }

    private void put(String key, double value) {
        figures.put(key, number(value));
    }

    /** JSON knows no NaN. */
    private static Double number(double value) {
        return Double.isNaN(value) ? null : (Double) value;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** Keys as the command's contract has them; null for what wasn't measured. */
    Map<String, Object> figures() {
        return figures;
    }

    /** One page with all figures and pictures. */
    String page() {
        String legend =
                """
                <p>Each strip: the picture as the network gets it, its range grid, and where the
                truth is known the true grid and the error. Ranges: red near, blue 12 m, dark clear,
                grey not known. Errors: red decoded too far (the dangerous one), blue too near,
                black right. Of pairs with depth, both ranges are those of any surface, the ground
                included.</p>
                """;
        return Html.page(title, Html.table(lines) + legend + galleries);
    }
}
