package dev.jink.launch.calibrate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.jink.calibration.board.Board;
import dev.jink.calibration.campaign.Campaign;
import dev.jink.calibration.campaign.CampaignScore;
import dev.jink.calibration.solve.LensModel;
import dev.jink.sim.command.JsonFile;
import dev.jink.sim.command.UsageException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** {@code jink calibrate campaign}: random cameras, rendered boards, and how true the outcome is. */
@Command(
        name = "jink calibrate campaign",
        mixinStandardHelpOptions = true,
        description = {
            "Calibrates random cameras of every model from rendered boards with noise and blur,",
            "and their mounts from a level board; counts how many are good and how many stated",
            "intervals hold the truth. About 5 s a camera and core."
        })
final class CampaignCommand implements Callable<Integer> {
    @Option(
            names = "--cameras",
            paramLabel = "N",
            defaultValue = "200",
            description = "cameras of each model (default: ${DEFAULT-VALUE})")
    private int cameras;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "chessboard",
            description = "chessboard, circles (asymmetric) or charuco (default: ${DEFAULT-VALUE})")
    private String kind;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description =
                    "only this: plumb_bob, rational_polynomial or equidistant (default: one after"
                            + " the other)")
    private String model;

    @Option(
            names = "--views",
            paramLabel = "N",
            defaultValue = "20",
            description = "pictures of each (default: ${DEFAULT-VALUE})")
    private int views;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "of the first camera (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "cameras at a time (default: ${DEFAULT-VALUE})")
    private int threads;

    @Option(names = "--json", paramLabel = "FILE", description = "write the figures there")
    private Path json;

    @Override
    public Integer call() throws Exception {
        if (cameras < 1 || views < 6 || threads < 1) {
            throw new UsageException(
                    "got --cameras "
                            + cameras
                            + " --views "
                            + views
                            + " --threads "
                            + threads
                            + ", wanted 1, 6 and 1 at least");
        }
        LensModel[] models =
                model == null ? LensModel.values() : new LensModel[] {CalibrateCommand.lens(model)};
        JsonFile.require(json);
        ObjectNode figures = new ObjectMapper().createObjectNode();
        Board board = Campaign.board(BoardOptions.kind(kind));
        figures.put("kind", board.kind().text());
        figures.put("seed", seed);
        figures.put("views", views);
        ArrayNode scores = figures.putArray("models");
        boolean good = true;
        System.out.println(CampaignScore.HEADING);
        for (LensModel lens : models) {
            CampaignScore score = CampaignScore.of(lens, trials(lens, board));
            System.out.println(score.line());
            scores.addPOJO(score);
            good &= score.passed();
        }
        JsonFile.write(json, figures);
        return good ? 0 : 1;
    }

    private List<Campaign.Trial> trials(LensModel lens, Board board) throws Exception {
        List<Campaign.Trial> trials = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Campaign.Trial>> running = new ArrayList<>();
            for (int i = 0; i < cameras; i++) {
                long one = seed + i;
                running.add(pool.submit(() -> Campaign.trial(lens, board, one, views)));
            }
            for (Future<Campaign.Trial> trial : running) {
                Campaign.Trial one = trial.get();
                trials.add(one);
                if (one.refusal() != null) {
                    System.out.printf(
                            "%s of seed %d: %s%n", lens.rosName(), one.seed(), one.refusal());
                }
            }
        }
        return trials;
    }
}
