package dev.jink.launch.calibrate;

import dev.jink.calibration.CalibrationException;
import dev.jink.calibration.CameraInfoYaml;
import dev.jink.calibration.board.GrayPicture;
import dev.jink.calibration.collect.SetCheck;
import dev.jink.calibration.collect.ViewCollector;
import dev.jink.calibration.report.CalibrationReport;
import dev.jink.calibration.solve.Calibration;
import dev.jink.calibration.solve.Calibrator;
import dev.jink.calibration.solve.LensModel;
import dev.jink.calibration.solve.Rejection;
import dev.jink.launch.ros.TopicPictures;
import dev.jink.sim.command.CommandLines;
import dev.jink.sim.command.JsonFile;
import dev.jink.sim.command.UsageException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code jink calibrate}: pictures of a board in, camera_info out, or one line that says why not. */
@Command(
        name = "jink calibrate",
        mixinStandardHelpOptions = true,
        description = {
            "Calibrates a camera from pictures of a board: a folder, a video, or a live topic.",
            "Writes ROS camera_info YAML and an HTML report, or says why not and writes nothing.",
            "See calibration/README.md for how to take the pictures."
        },
        footer = {
            "",
            "jink calibrate mount-board --help    the mount from a level board",
            "jink calibrate mount-flight --help   the mount from straight flight with odometry",
            "jink calibrate delay --help          how old pictures are when they arrive",
            "jink calibrate campaign --help       how true all this is, on rendered boards"
        })
final class CalibrateCommand implements Callable<Integer> {
    /** Chosen pictures need only differ; frames of a stream must differ to be worth their time. */
    private static final double APART_CHOSEN = 0.002;

    private static final double APART_STREAM = 0.04;
    private static final int ENOUGH_VIEWS = 20;
    private static final int MOST_VIEWS = 60;

    /** Each a command of its own: they share nothing with this one but the room. */
    private static final Map<String, Callable<Integer>> OTHERS =
            Map.of(
                    "mount-board", new MountBoardCommand(),
                    "mount-flight", new MountFlightCommand(),
                    "delay", new DelayCommand(),
                    "campaign", new CampaignCommand());

    @Parameters(
            paramLabel = "SOURCE",
            arity = "0..1",
            description = "a folder of pictures or a video file")
    private Path source;

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            description = "instead: a live sensor_msgs/Image topic, as in /camera/image_raw")
    private String topic;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "120",
            description =
                    "topic: look for so long at most; ends when all is covered (default:"
                            + " ${DEFAULT-VALUE})")
    private double seconds;

    @Mixin private BoardOptions board;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            defaultValue = "plumb_bob",
            description =
                    "plumb_bob, rational_polynomial (wide) or equidistant (fisheye) (default:"
                            + " ${DEFAULT-VALUE})")
    private String model;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            required = true,
            description = "the camera_info YAML to write, which camera_info_file reads")
    private Path output;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "camera",
            description = "camera_name in it (default: ${DEFAULT-VALUE})")
    private String name;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "the HTML report (default: beside the output, ending in .html)")
    private Path report;

    @Option(names = "--json", paramLabel = "FILE", description = "write the figures there")
    private Path json;

    public static void main(String[] args) {
        Callable<Integer> command = args.length == 0 ? null : OTHERS.get(args[0]);
        System.exit(
                command == null
                        ? CommandLines.of(new CalibrateCommand()).execute(args)
                        : CommandLines.of(command)
                                .execute(Arrays.copyOfRange(args, 1, args.length)));
    }

    @Override
    public Integer call() throws Exception {
        LensModel lens = lens(model);
        if ((source == null) == (topic == null)) {
            throw new UsageException(
                    "got "
                            + (source == null ? "no source" : "a folder or video and a topic")
                            + ", wanted a folder of pictures, a video file or --topic TOPIC");
        }
        Path page = report == null ? beside(output) : report;
        writable("--output", output);
        writable("--report", page);
        JsonFile.require(json);
        boolean stream = topic != null || !Files.isDirectory(source);
        ViewCollector collected;
        try {
            collected =
                    new ViewCollector(board.board(), lens, stream ? APART_STREAM : APART_CHOSEN);
            collect(collected);
        } catch (CalibrationException e) {
            throw new UsageException(e.getMessage());
        }
        Calibration found;
        try {
            SetCheck.beforehand(collected);
            found =
                    Calibrator.calibrate(
                                    lens, collected.width(), collected.height(), collected.views())
                            .after(collected.rejected());
            SetCheck.afterwards(found, collected.looked());
        } catch (CalibrationException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
        String html = CalibrationReport.html(found, collected.coverage(), collected.pictures());
        try {
            CameraInfoYaml.write(output, found.camera(), name);
        } catch (CalibrationException e) {
            throw new UsageException(e.getMessage());
        }
        WholeFile.write(page, html);
        JsonFile.write(json, Figures.of(found, collected.coverage()));
        Figures.print(System.out, found);
        System.out.printf("written: %s, %s%n", output, page);
        if (!board.board().tellsMirrored()) {
            System.out.printf(
                    "whether all pictures are mirrored, no %s tells: see that writing reads"
                            + " right%n",
                    board.board());
        }
        return 0;
    }

    /** The lens model of a name on the command line. */
    static LensModel lens(String model) {
        try {
            return LensModel.named(model);
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "--model: got '"
                            + model
                            + "', wanted plumb_bob, rational_polynomial or equidistant");
        }
    }

    private static Path beside(Path output) {
        String file = output.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        return output.resolveSibling(file + ".html");
    }

    private static void writable(String option, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isWritable(folder) || Files.isDirectory(file)) {
            throw new UsageException(
                    option
                            + ": got "
                            + file
                            + ", wanted a file in a folder that exists and can be written");
        }
    }

    private void collect(ViewCollector collected) throws IOException, InterruptedException {
        if (topic != null) {
            collectLive(collected);
            return;
        }
        try (GrayPictures pictures = new GrayPictures(source)) {
            for (GrayPicture picture = pictures.next();
                    picture != null && collected.views().size() < MOST_VIEWS;
                    picture = pictures.next()) {
                tell(collected, picture, collected.offer(picture));
            }
        }
    }

    private void collectLive(ViewCollector collected) throws InterruptedException {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        try (TopicPictures pictures = new TopicPictures(topic)) {
            System.out.printf(
                    "listening to %s for %.0f s: hold the board before the camera%n",
                    topic, seconds);
            while (System.nanoTime() < end && !complete(collected)) {
                TopicPictures.Taken taken = pictures.next(end - System.nanoTime());
                if (taken == null) {
                    break;
                }
                GrayPicture picture = taken.picture();
                Rejection why = collected.offer(picture);
                // A live view without the board is no news.
                if (why == null || why.reason().startsWith("blurred")) {
                    tell(collected, picture, why);
                }
            }
            if (collected.looked() == 0) {
                throw new CalibrationException(
                        TopicPictures.nothing(topic, "picture", seconds, "sensor_msgs/Image"));
            }
        }
    }

    private static boolean complete(ViewCollector collected) {
        int views = collected.views().size();
        return views >= MOST_VIEWS
                || views >= ENOUGH_VIEWS && collected.coverage().missing().isEmpty();
    }

    private static void tell(ViewCollector collected, GrayPicture picture, Rejection why) {
        if (why != null) {
            System.out.printf("%-24s left out: %s%n", picture.name(), why.reason());
            return;
        }
        List<String> missing = collected.coverage().missing();
        System.out.printf(
                Locale.ROOT,
                "%-24s view %d%s%n",
                picture.name(),
                collected.views().size(),
                missing.isEmpty()
                        ? ", all covered"
                        : ", still missing: "
                                + String.join("; ", missing.subList(0, Math.min(4, missing.size())))
                                + (missing.size() > 4 ? " …" : ""));
    }
}
