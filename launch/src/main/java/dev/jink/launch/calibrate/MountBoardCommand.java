package dev.jink.launch.calibrate;

import dev.jink.calibration.CalibrationException;
import dev.jink.calibration.CameraModel;
import dev.jink.calibration.board.Board;
import dev.jink.calibration.board.BoardFinder;
import dev.jink.calibration.board.BoardView;
import dev.jink.calibration.board.GrayPicture;
import dev.jink.calibration.mount.LevelBoard;
import dev.jink.calibration.mount.MountEstimate;
import dev.jink.sim.command.JsonFile;
import dev.jink.sim.command.UsageException;

import org.ejml.data.DMatrixRMaj;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code jink calibrate mount-board}: the mount from a level board at a known height. */
@Command(
        name = "jink calibrate mount-board",
        mixinStandardHelpOptions = true,
        description = {
            "Finds how the camera sits in the body from pictures of a board that was set up with a",
            "spirit level before the drone, which stands level."
        })
final class MountBoardCommand implements Callable<Integer> {
    @Mixin private CameraOptions options;
    @Mixin private BoardOptions board;

    @Option(
            names = "--camera-json",
            paramLabel = "FILE",
            description =
                    "what jink calibrate wrote with --json: how true the camera is known then"
                        + " counts, too (default: the camera is taken as exact)")
    private Path cameraJson;

    @Option(
            names = "--setup",
            paramLabel = "HOW",
            defaultValue = "stands",
            description =
                    "stands: upright, facing the drone; lies: flat, its last row nearest to it"
                            + " (default: ${DEFAULT-VALUE})")
    private String setup;

    @Option(
            names = "--height",
            paramLabel = "M",
            required = true,
            description = "of the middle of the board's points above the body's origin")
    private double heightM;

    @Option(
            names = "--ahead",
            paramLabel = "M",
            description = "of the same before the body's origin (default: not measured)")
    private Double aheadM;

    @Option(
            names = "--left",
            paramLabel = "M",
            description = "of the same to the left of it (default: not measured)")
    private Double leftM;

    @Option(
            names = "--level",
            paramLabel = "DEGREES",
            defaultValue = "0.2",
            description =
                    "how true board and drone stand, 95 times in 100 (default: ${DEFAULT-VALUE})")
    private double levelDegrees;

    @Option(
            names = "--place",
            paramLabel = "M",
            defaultValue = "0.005",
            description = "how true its place was measured (default: ${DEFAULT-VALUE})")
    private double placeM;

    @Override
    public Integer call() throws Exception {
        JsonFile.require(options.json());
        LevelBoard.Setup how =
                switch (setup) {
                    case "stands" -> LevelBoard.Setup.STANDS;
                    case "lies" -> LevelBoard.Setup.LIES;
                    default ->
                            throw new UsageException(
                                    "--setup: got '" + setup + "', wanted stands or lies");
                };
        if (options.source() == null) {
            throw new UsageException("got no source, wanted a folder of pictures or a video file");
        }
        CameraModel camera = options.camera();
        DMatrixRMaj covariance = Figures.covariance(cameraJson, camera);
        Board which = board.board();
        List<BoardView> views = new ArrayList<>();
        try (GrayPictures pictures = new GrayPictures(options.source())) {
            BoardFinder finder = new BoardFinder(which);
            for (GrayPicture picture = pictures.next();
                    picture != null;
                    picture = pictures.next()) {
                CameraOptions.sameSize(camera, picture);
                BoardView view = finder.find(picture);
                System.out.printf(
                        "%-24s %s%n", picture.name(), view == null ? "no board" : "board");
                if (view != null) {
                    views.add(view);
                }
            }
        }
        double[] middle = {
            aheadM == null ? Double.NaN : aheadM, leftM == null ? Double.NaN : leftM, heightM
        };
        try {
            MountEstimate found =
                    LevelBoard.estimate(
                            camera,
                            covariance,
                            which,
                            views,
                            new LevelBoard.Known(
                                    how,
                                    middle,
                                    options.expected(),
                                    Math.toRadians(levelDegrees),
                                    placeM));
            JsonFile.write(options.json(), MountText.figures(found));
            MountText.print(System.out, found);
            return 0;
        } catch (CalibrationException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
