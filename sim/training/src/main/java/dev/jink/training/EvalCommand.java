package dev.jink.training;

import dev.jink.kernels.plan.Plan;
import dev.jink.perception.sight.Detector;
import dev.jink.sim.command.CommandLines;
import dev.jink.sim.command.JsonFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code jink eval}: judges a model on recorded real walks. For judging only, never for tuning. */
@Command(
        name = "eval",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Scores a model on folders of real pictures (frame_1.pgm …, labels.txt).")
public final class EvalCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "WALK", description = "Folders, one a walk.")
    private List<Path> walks;

    @Option(names = "--model", description = "Model file (default: the shipped one).")
    private Path model = Path.of(System.getProperty("jink.models", "."), "sight.jink");

    @Option(
            names = "--fov",
            description = "Horizontal view of the camera, degrees; it counts as a pinhole.",
            defaultValue = "70")
    private double fovDegrees;

    @Option(names = "--json", description = "Where to write the scores as JSON.")
    private Path json;

    /** Runs the command line; exits with 0 done, 1 failed, 2 bad usage. */
    public static void main(String[] arguments) {
        System.exit(CommandLines.of(new EvalCommand()).execute(arguments));
    }

    @Override
    public Integer call() {
        JsonFile.require(json);
        try (Detector detector = new Detector(Plan.load(model))) {
            Map<String, WalkScore> scores = new LinkedHashMap<>();
            System.out.println("walk         pictures  close  AUROC  trivial: dark  unsaturated");
            for (Path folder : walks) {
                WalkScore score =
                        WalkScore.of(detector, Walk.read(folder), Math.toRadians(fovDegrees));
                String name = folder.getFileName().toString();
                scores.put(name, score);
                System.out.printf(
                        "%-12s %8d %6d  %.3f          %.3f        %.3f%n",
                        name,
                        score.pictures(),
                        score.close(),
                        score.auroc(),
                        score.darkness(),
                        score.unsaturated());
            }
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("modelSha256", detector.plan().sha256());
            report.put("fovDegrees", fovDegrees);
            report.put("walks", scores);
            JsonFile.write(json, report);
            return 0;
        } catch (IOException | IllegalArgumentException failed) {
            System.err.println(failed.getMessage());
            return 1;
        }
    }
}
