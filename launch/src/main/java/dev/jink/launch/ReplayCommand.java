package dev.jink.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.jink.calibration.CalibrationException;
import dev.jink.calibration.CameraInfoYaml;
import dev.jink.calibration.CameraModel;
import dev.jink.launch.PictureSource.Picture;
import dev.jink.launch.ros.RecordedCamera;
import dev.jink.sim.command.CommandLines;
import dev.jink.sim.command.JsonFile;
import dev.jink.sim.command.UsageException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** {@code jink replay}: recorded pictures go to the real node over DDS at their rate; its answers come back. */
@Command(
        name = "jink replay",
        mixinStandardHelpOptions = true,
        description = {
            "Feeds recorded pictures to the perception node at their rate and prints what it"
                    + " answers.",
            "The node runs as a process of its own; pictures and commands cross real DDS."
        })
final class ReplayCommand implements Callable<Integer> {
    private static final long START_SECONDS = 60;

    /** What the node takes without being told. */
    private static final int LARGEST_WIDTH = 1920;

    private static final int LARGEST_HEIGHT = 1080;
    private static final long LAST_ANSWER_NANOS = 500_000_000L;

    @Parameters(
            paramLabel = "PATH",
            description = "a folder of pictures, played in frame order, or a video file")
    private Path path;

    @Option(
            names = "--rate",
            paramLabel = "HZ",
            description = "pictures a second (default: the video's own, or 15)")
    private double rate;

    @Option(
            names = "--speed",
            paramLabel = "M/S",
            defaultValue = "1.5",
            description = "wanted forward speed, which the node bends (default: ${DEFAULT-VALUE})")
    private double speed;

    @Option(
            names = "--camera-info",
            paramLabel = "FILE",
            description = "calibration of the camera, ROS camera_info YAML")
    private Path cameraInfo;

    @Option(
            names = "--hfov",
            paramLabel = "DEGREES",
            defaultValue = "75",
            description =
                    "without --camera-info: an ideal pinhole of this horizontal field of view"
                            + " (default: ${DEFAULT-VALUE})")
    private double horizontalFov;

    @Option(names = "--json", paramLabel = "FILE", description = "write the figures there")
    private Path json;

    public static void main(String[] args) {
        System.exit(CommandLines.of(new ReplayCommand()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        check();
        JsonFile.require(json);
        try (PictureSource source = PictureSource.open(path)) {
            double hz = rate > 0 ? rate : source.rate() > 0 ? source.rate() : 15;
            Picture first = source.next();
            if (first == null) {
                throw new UsageException("no picture in " + path + ": wanted at least one");
            }
            CameraModel camera = camera(first.width(), first.height());
            System.out.printf(
                    "replaying %s: %s pictures of %dx%d %s at %.3g Hz, %s%n",
                    path,
                    source.count() < 0 ? "?" : source.count(),
                    first.width(),
                    first.height(),
                    first.encoding(),
                    hz,
                    cameraInfo == null
                            ? "taken as an ideal pinhole of %.0f degrees (--camera-info or --hfov tell better)"
                                    .formatted(horizontalFov)
                            : "calibrated by " + cameraInfo);
            Walk walk = new Walk(Walk.labels(path));
            ObjectNode figures = fly(source, first, camera, hz, walk);
            walk.print(System.out);
            walk.addTo(figures);
            return judge(figures, walk);
        }
    }

    private void check() {
        if (rate < 0 || rate > 1000) {
            throw new UsageException(
                    "--rate: got " + rate + ", wanted 0 (the recording's own) to 1000 Hz");
        }
        if (!(speed >= 0 && speed <= 20)) {
            throw new UsageException("--speed: got " + speed + ", wanted 0 to 20 m/s");
        }
        if (!(horizontalFov >= 20 && horizontalFov <= 150)) {
            throw new UsageException(
                    "--hfov: got "
                            + horizontalFov
                            + ", wanted 20 to 150 degrees; a wider camera needs --camera-info");
        }
    }

    private CameraModel camera(int width, int height) {
        if (cameraInfo == null) {
            double focal = width / 2.0 / Math.tan(Math.toRadians(horizontalFov) / 2);
            return CameraModel.pinhole(
                    width, height, focal, focal, (width - 1) / 2.0, (height - 1) / 2.0);
        }
        try {
            CameraModel camera = CameraInfoYaml.read(cameraInfo);
            if (camera.width() != width || camera.height() != height) {
                throw new UsageException(
                        "the pictures are %dx%d, %s calibrates %dx%d: wanted the same size; calibrate at the recorded size"
                                .formatted(
                                        width,
                                        height,
                                        cameraInfo,
                                        camera.width(),
                                        camera.height()));
            }
            return camera;
        } catch (CalibrationException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private ObjectNode fly(
            PictureSource source, Picture first, CameraModel camera, double hz, Walk walk)
            throws IOException, InterruptedException {
        List<String> parameters = new ArrayList<>();
        if (camera.width() > LARGEST_WIDTH || camera.height() > LARGEST_HEIGHT) {
            parameters.addAll(
                    List.of(
                            "-p",
                            "max_width:=" + camera.width(),
                            "-p",
                            "max_height:=" + camera.height()));
        }
        try (NodeProcess node =
                        NodeProcess.start(
                                parameters, line -> System.out.println("node | " + line));
                RecordedCamera recorded = new RecordedCamera()) {
            node.awaitActive(START_SECONDS);
            meet(recorded, camera);
            long period = Math.round(1e9 / hz);
            long due = System.nanoTime();
            for (Picture picture = first; picture != null; picture = source.next()) {
                pauseUntil(due);
                due += period;
                walk.sent(picture.name(), recorded.publish(picture, camera, speed, 1 / hz));
            }
            pauseUntil(System.nanoTime() + LAST_ANSWER_NANOS);
            walk.answered(recorded::answer);
            return (ObjectNode) node.stop();
        }
    }

    /** Lets the node hear of its camera and its motion before the first picture, as a running drone does. */
    private void meet(RecordedCamera recorded, CameraModel camera) {
        for (int i = 0; i < 20; i++) {
            recorded.publishContext(camera, speed, 0);
            pauseUntil(System.nanoTime() + 50_000_000L);
        }
    }

    private static void pauseUntil(long nanoTime) {
        for (long left = nanoTime - System.nanoTime();
                left > 0;
                left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private Integer judge(ObjectNode figures, Walk walk) {
        figures.put("framesSent", walk.size());
        JsonFile.write(json, figures);
        Outcomes outcomes = Outcomes.of(figures);
        JsonNode latency = figures.path("arrivalToCommandMs");
        System.out.printf(
                Locale.ROOT,
                "%d sent, %s; arrival to command p50 %.2f, max %.2f ms%n",
                walk.size(),
                outcomes,
                latency.path("p50").asDouble(),
                latency.path("max").asDouble());
        boolean good =
                outcomes.kept() && outcomes.frames() == walk.size() && outcomes.refused() == 0;
        return good ? 0 : 1;
    }
}
