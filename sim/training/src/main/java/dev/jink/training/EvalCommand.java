package dev.jink.training;

import dev.jink.benchmarks.TwinTimes;
import dev.jink.compiler.binarize.Precision;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.model.ModelFile;
import dev.jink.kernels.plan.Plan;
import dev.jink.perception.sight.Detector;
import dev.jink.sim.command.CommandLines;
import dev.jink.sim.command.JsonFile;
import dev.jink.sim.command.UsageException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code jink eval}: judges a model. For judging only, never for tuning. */
@Command(
        name = "jink eval",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = {
            "Scores a model on rendered scenes it never saw, on real pictures, and by the clock.",
            "Real pictures, and those of other renderers, are folders of two layouts:",
            "  a walk   frame_1.pgm, frame_2.pgm ... and labels.txt, a line of 0 or 1 a picture",
            "           (1 = an obstacle is close ahead)",
            "  pairs    color/NAME.png beside depth/NAME.png or .pgm, 16 bits, millimetres, 0 ="
                    + " not",
            "           known; and, if it is known, camera.txt with fx fy cx cy in pixels"
        })
public final class EvalCommand implements Callable<Integer> {
    private static final int LATENCY_ROUNDS = 9;

    @Parameters(arity = "0..*", paramLabel = "FOLDER", description = "Walks or folders of pairs.")
    private List<Path> folders = List.of();

    @Option(names = "--data", paramLabel = "DIR", description = "All walks and pairs in a folder.")
    private Path data;

    @Option(names = "--model", description = "Model file (default: the shipped one).")
    private Path model = Path.of(System.getProperty("jink.models", "."), "sight.jink");

    @Option(names = "--twin", description = "Its float twin (default: the shipped one's).")
    private Path twin = TwinFile.shipped();

    @Option(
            names = "--fov",
            description = "Horizontal view of the walks' camera, degrees; it counts as a pinhole.",
            defaultValue = "70")
    private double fovDegrees;

    @Option(
            names = "--pairs-fov",
            description = "The same of pairs that have no camera.txt.",
            defaultValue = "63")
    private double pairsFovDegrees;

    @Option(
            names = "--rendered",
            paramLabel = "N",
            description = "Pictures of unseen scenes; 0 = none.",
            defaultValue = "1200")
    private int rendered;

    @Option(names = "--seed", description = "Of these scenes.", defaultValue = "7001")
    private long seed;

    @Option(
            names = "--encounters",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = {
                "Of these scenes, 0 to 1: with a person, a sapling, a slanting trunk, a post, a"
                        + " branch or",
                "furniture put in the camera's way, where scenes have nothing by themselves."
            })
    private double encounterShare;

    @Option(
            names = "--post-training",
            paramLabel = "P",
            split = ",",
            description = {
                "Judge the twin cut to one bit after training as well: ${COMPLETION-CANDIDATES},",
                "several with commas between them."
            })
    private List<Precision> postTraining = List.of();

    @Option(names = "--no-latency", description = "Leave out the clock.")
    private boolean noLatency;

    @Option(names = "--json", description = "Where to write the scores as JSON.")
    private Path json;

    @Option(names = "--report", description = "Where to write a page with pictures (HTML).")
    private Path report;

    /** Runs the command line; exits with 0 done, 1 failed, 2 bad usage. */
    public static void main(String[] arguments) {
        System.exit(CommandLines.of(new EvalCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        JsonFile.require(json);
        if (rendered < 0) {
            throw new UsageException(
                    "--rendered: got %d, wanted 0 or more; 0 leaves them out".formatted(rendered));
        }
        Dressing dressing = Dressing.encounters(Dressing.share("--encounters", encounterShare));
        EvalReport result;
        try {
            result = judge(dressing, pictures());
        } catch (IllegalArgumentException unfit) {
            throw new UsageException(unfit.getMessage());
        }
        JsonFile.write(json, result.figures());
        if (report != null) {
            Files.writeString(report, result.page());
            System.out.println("report: " + report);
        }
        return 0;
    }

    private DataFolder pictures() throws IOException {
        List<Path> all = new ArrayList<>(folders);
        if (data != null) {
            all.addAll(DataFolder.inside(data));
        }
        return DataFolder.of(all);
    }

    private EvalReport judge(Dressing dressing, DataFolder pictures) throws IOException {
        Model network = ModelFile.read(model);
        try (Detector detector = new Detector(Plan.load(model))) {
            String sha256 = detector.plan().sha256();
            EvalReport result = new EvalReport(model, sha256, System.out);
            if (rendered > 0) {
                SightNetwork teacher = TwinFile.load(twin, network, sha256, System.out);
                result.rendered(
                        RenderedScore.of(
                                detector.plan(),
                                teacher,
                                postTraining,
                                dressing,
                                rendered,
                                seed,
                                System.out));
            }
            for (DataFolder.Named<Walk> walk : pictures.walks()) {
                Gallery gallery = EvalReport.gallery(walk.name(), walk.what().pictures().size());
                WalkScore score =
                        WalkScore.of(detector, walk.what(), Math.toRadians(fovDegrees), gallery);
                result.walk(walk.name(), score, gallery);
            }
            result.walksTogether();
            for (DataFolder.Named<DepthPairs> pairs : pictures.pairs()) {
                Gallery gallery = EvalReport.gallery(pairs.name(), pairs.what().pairs().size());
                DepthScore score =
                        DepthScore.of(
                                detector, pairs.what(), Math.toRadians(pairsFovDegrees), gallery);
                result.pairs(pairs.name(), score, gallery);
            }
            if (!noLatency) {
                result.latency(TwinTimes.of(network, LATENCY_ROUNDS));
            }
            return result;
        }
    }
}
