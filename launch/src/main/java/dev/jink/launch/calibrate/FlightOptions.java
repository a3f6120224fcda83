package dev.jink.launch.calibrate;

import dev.jink.calibration.CalibrationException;
import dev.jink.calibration.CameraInfoYaml;
import dev.jink.calibration.CameraModel;
import dev.jink.calibration.board.GrayPicture;
import dev.jink.calibration.flight.FlowTracker;
import dev.jink.calibration.flight.OdometryTrack;
import dev.jink.calibration.flight.RayPairs;
import dev.jink.sim.command.UsageException;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The options that describe a recorded flight. */
final class FlightOptions {
    @Option(
            names = "--odometry",
            paramLabel = "FILE",
            required = true,
            description =
                    "lines of time_s,vx,vy,vz,wx,wy,wz: velocity in m/s and turn rate in rad/s of"
                            + " the body, FLU")
    private Path odometry;

    @Option(
            names = "--rate",
            paramLabel = "HZ",
            description = "pictures a second (default: the video's own)")
    private double rate;

    @Option(
            names = "--begin",
            paramLabel = "S",
            defaultValue = "0",
            description =
                    "time of the first picture by the odometry's clock (default: ${DEFAULT-VALUE})")
    private double beginS;

    @Option(
            names = "--times",
            paramLabel = "FILE",
            description = "instead of --rate and --begin: one line a picture, its time in s")
    private Path times;

    /** The flight's odometry. */
    OdometryTrack odometry() {
        try {
            return OdometryTrack.read(odometry);
        } catch (CalibrationException e) {
            throw new UsageException(e.getMessage());
        }
    }

    static CameraModel camera(Path cameraInfo) {
        try {
            return CameraInfoYaml.read(cameraInfo);
        } catch (CalibrationException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /** What is seen in two pictures, along the flight. */
    List<RayPairs> pairs(Path source, CameraModel camera, double leastFlowPx, double mostSeconds)
            throws IOException {
        List<Double> stamps = times == null ? null : stamps();
        List<RayPairs> pairs = new ArrayList<>();
        try (GrayPictures pictures = new GrayPictures(source);
                FlowTracker tracker = new FlowTracker(camera, leastFlowPx, mostSeconds)) {
            double hz = rate > 0 ? rate : pictures.rate();
            if (stamps == null && !(hz > 0)) {
                throw new UsageException(
                        "got no --rate and no --times, wanted one of them: a folder of pictures"
                                + " does not say when they were taken");
            }
            int number = 0;
            for (GrayPicture picture = pictures.next();
                    picture != null;
                    picture = pictures.next()) {
                if (picture.width() != camera.width() || picture.height() != camera.height()) {
                    throw new UsageException(
                            picture.name()
                                    + " is "
                                    + picture.width()
                                    + "x"
                                    + picture.height()
                                    + ", --camera-info calibrates "
                                    + camera.width()
                                    + "x"
                                    + camera.height()
                                    + ", wanted the same size");
                }
                if (stamps != null && number >= stamps.size()) {
                    throw new UsageException(
                            times
                                    + ": got "
                                    + stamps.size()
                                    + " times, wanted one for every picture");
                }
                double stamp = stamps == null ? beginS + number / hz : stamps.get(number);
                number++;
                RayPairs some = tracker.next(picture, stamp);
                if (some != null) {
                    pairs.add(some);
                }
            }
        }
        return pairs;
    }

    private List<Double> stamps() {
        try {
            return Files.readAllLines(times).stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> Double.valueOf(line.strip()))
                    .toList();
        } catch (IOException | NumberFormatException e) {
            throw new UsageException(
                    times + ": got " + e.getMessage() + ", wanted lines with one time in s each");
        }
    }

    /** Angle of one pixel in the middle of the picture. */
    static double pixelRad(CameraModel camera) {
        return 1 / camera.fx();
    }
}
