package dev.jink.launch;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.jink.calibration.CalibrationException;
import dev.jink.calibration.CameraInfoYaml;
import dev.jink.calibration.CameraModel;
import dev.jink.launch.bag.Bag;
import dev.jink.launch.ros.RecordedCamera;
import dev.jink.launch.ros.RecordedRoles;
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
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

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
            description = "a folder of pictures, played in frame order, a video file, or a rosbag2")
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

    @Option(
            names = "--faster",
            paramLabel = "X",
            defaultValue = "1",
            description = "a bag this many times as fast as recorded (default: ${DEFAULT-VALUE})")
    private double faster;

    @Option(
            names = "--image-topic",
            paramLabel = "NAME",
            description = "a bag's camera (default: its first topic of pictures)")
    private String imageTopic;

    @Option(
            names = "--info-topic",
            paramLabel = "NAME",
            description = "a bag's camera_info (default: the first; '' = use --camera-info)")
    private String infoTopic;

    @Option(
            names = "--odometry-topic",
            paramLabel = "NAME",
            description = "a bag's odometry (default: the first; '' = what the commands would do)")
    private String odometryTopic;

    @Option(
            names = "--wanted-topic",
            paramLabel = "NAME",
            description = "a bag's wanted velocity (default: /cmd_vel_in; '' = --speed)")
    private String wantedTopic;

    @Option(names = "--model", paramLabel = "FILE", description = "model file to fly")
    private Path model;

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description = "play it a second time to this model, and tell both side by side")
    private Path against;

    @Override
    public Integer call() throws Exception {
        check();
        JsonFile.require(json);
        Recording recording = recording();
        System.out.println("replaying " + recording.describe());
        Played first = fly(recording, model);
        if (against == null) {
            JsonFile.write(json, first.figures());
            return first.isGood() ? 0 : 1;
        }
        Played second = fly(recording, against);
        SideBySide both = new SideBySide(first, second);
        both.print(System.out);
        JsonFile.write(json, both.figures());
        return first.isGood() && second.isGood() ? 0 : 1;
    }

    private void check() {
        if (rate < 0 || rate > 1000) {
            throw new UsageException(
                    "--rate: got " + rate + ", wanted 0 (the recording's own) to 1000 Hz");
        }
        if (!(faster >= 0.1 && faster <= 100)) {
            throw new UsageException("--faster: got " + faster + ", wanted 0.1 to 100 times");
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
        for (Path file : Arrays.asList(model, against)) {
            if (file != null && !Files.isReadable(file)) {
                throw new UsageException(
                        "can't read " + file + ": wanted a model file, as jink train writes it");
            }
        }
    }

    private Recording recording() throws IOException {
        if (!Bag.here(path)) {
            String by =
                    cameraInfo == null
                            ? "taken as an ideal pinhole of %.0f degrees (--camera-info or --hfov tell better)"
                                    .formatted(horizontalFov)
                            : "calibrated by " + cameraInfo;
            return new PlayedPictures(path, rate, speed, this::camera, by);
        }
        if (rate > 0) {
            throw new UsageException(
                    "--rate: got %s for a bag, which has its own timing; wanted --faster X"
                            .formatted(rate));
        }
        try (Bag bag = Bag.open(path)) {
            String info = infoTopic == null && cameraInfo != null ? "" : infoTopic;
            RecordedRoles roles =
                    new RecordedRoles(bag, imageTopic, info, odometryTopic, wantedTopic);
            return new PlayedBag(path, roles, faster, speed, this::camera);
        }
    }

    private CameraModel camera(int width, int height) {
        if (cameraInfo == null) {
            if (width == 0) {
                throw new UsageException(
                        "%s: got compressed pictures without a camera_info, wanted one in it, or --camera-info FILE"
                                .formatted(path));
            }
            return Recording.pinhole(width, height, horizontalFov);
        }
        try {
            CameraModel camera = CameraInfoYaml.read(cameraInfo);
            if (width != 0 && (camera.width() != width || camera.height() != height)) {
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

    private Played fly(Recording recording, Path flown) throws IOException, InterruptedException {
        List<String> parameters = new ArrayList<>(recording.parameters());
        if (recording.width() > LARGEST_WIDTH || recording.height() > LARGEST_HEIGHT) {
            parameters.addAll(
                    List.of(
                            "-p",
                            "max_width:=" + recording.width(),
                            "-p",
                            "max_height:=" + recording.height()));
        }
        if (flown != null) {
            parameters.addAll(List.of("-p", "model:=" + flown.toAbsolutePath()));
        }
        Walk walk = new Walk(Walk.labels(path));
        try (NodeProcess node =
                        NodeProcess.start(
                                parameters, line -> System.out.println("node | " + line));
                RecordedCamera recorded = new RecordedCamera()) {
            node.awaitActive(START_SECONDS);
            recording.play(recorded, walk);
            Recording.pauseUntil(System.nanoTime() + LAST_ANSWER_NANOS);
            walk.answered(recorded::answer);
            Played played = new Played(name(flown), (ObjectNode) node.stop(), walk);
            played.print(System.out);
            return played;
        }
    }

    private static String name(Path model) {
        return model == null ? "the installed model" : model.toString();
    }
}
