package dev.jink.launch;

import dev.jink.calibration.CalibrationException;
import dev.jink.calibration.CameraInfoYaml;
import dev.jink.calibration.CameraModel;
import dev.jink.launch.PictureSource.Picture;
import dev.jink.launch.ros.CameraDriver;
import dev.jink.sim.command.CommandLines;
import dev.jink.sim.command.UsageException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code jink camera}: a USB camera, a video or a folder of pictures as a ROS 2 camera. */
@Command(
        name = "jink camera",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Publishes a USB camera (/dev/video0), a video or a folder of pictures as image_raw"
                    + " and",
            "camera_info, until it ends or Ctrl-C."
        })
final class CameraCommand implements Callable<Integer> {
    private static final double USUAL_HZ = 30;

    @Parameters(
            paramLabel = "DEVICE|PATH",
            description = "/dev/videoN, a video file, or a folder of pictures")
    private Path path;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "640x480",
            description = "of a device (default: ${DEFAULT-VALUE})")
    private String size;

    @Option(
            names = "--rate",
            paramLabel = "HZ",
            defaultValue = "0",
            description = "pictures a second (default: the video's own, or 30)")
    private double rate;

    @Option(
            names = "--camera-info",
            paramLabel = "FILE",
            description = "calibration, ROS camera_info YAML (jink calibrate writes it)")
    private Path cameraInfo;

    @Option(
            names = "--hfov",
            paramLabel = "DEGREES",
            defaultValue = "75",
            description =
                    "without --camera-info: an ideal pinhole of this view (default:"
                            + " ${DEFAULT-VALUE})")
    private double horizontalFov;

    @Option(
            names = "--frame-id",
            paramLabel = "NAME",
            defaultValue = "camera_optical_frame",
            description = "of the pictures (default: ${DEFAULT-VALUE})")
    private String frameId;

    @Option(names = "--loop", description = "begin again at the end")
    private boolean loop;

    public static void main(String[] args) {
        System.exit(CommandLines.of(new CameraCommand()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        if (!(rate >= 0 && rate <= 1000)) {
            throw new UsageException(
                    "--rate: got %s, wanted 0 (its own) to 1000 Hz".formatted(rate));
        }
        if (!(horizontalFov >= 20 && horizontalFov <= 150)) {
            throw new UsageException(
                    "--hfov: got %s, wanted 20 to 150 degrees; a wider camera needs --camera-info"
                            .formatted(horizontalFov));
        }
        boolean device = path.startsWith("/dev");
        long pictures = 0;
        try (CameraDriver driver = new CameraDriver(frameId)) {
            long before;
            do {
                before = pictures;
                try (PictureSource source = open(device)) {
                    pictures += play(source, driver, device, pictures == 0);
                }
            } while (loop && pictures > before);
        }
        System.out.printf("%d pictures published%n", pictures);
        return pictures > 0 ? 0 : 1;
    }

    private PictureSource open(boolean device) throws IOException {
        if (!device) {
            return PictureSource.open(path);
        }
        String[] sides = size.split("x");
        try {
            int width = Integer.parseInt(sides[0]);
            int height = Integer.parseInt(sides[1]);
            return VideoFile.device(path, width, height, rate > 0 ? rate : USUAL_HZ);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new UsageException(
                    "--size: got '%s', wanted columns x rows such as 640x480".formatted(size));
        }
    }

    private long play(PictureSource source, CameraDriver driver, boolean device, boolean first)
            throws IOException {
        double hz = rate > 0 ? rate : source.rate() > 0 ? source.rate() : USUAL_HZ;
        CameraModel camera = null;
        long published = 0;
        long due = System.nanoTime();
        for (Picture picture = source.next(); picture != null; picture = source.next()) {
            if (camera == null) {
                camera = camera(picture.width(), picture.height());
                if (first) {
                    System.out.printf(
                            "%s: %dx%d %s at %.3g Hz on image_raw%n",
                            path, picture.width(), picture.height(), picture.encoding(), hz);
                }
            }
            if (!device) {
                // A device keeps its own time: its next picture comes when it is there.
                Recording.pauseUntil(due);
                due += Math.round(1e9 / hz);
            }
            driver.publish(picture, camera);
            published++;
        }
        return published;
    }

    private CameraModel camera(int width, int height) {
        if (cameraInfo == null) {
            return Recording.pinhole(width, height, horizontalFov);
        }
        CameraModel camera;
        try {
            camera = CameraInfoYaml.read(cameraInfo);
        } catch (CalibrationException e) {
            throw new UsageException(e.getMessage());
        }
        if (camera.width() != width || camera.height() != height) {
            throw new UsageException(
                    "the pictures are %dx%d, %s calibrates %dx%d: wanted the same size; calibrate at this size"
                            .formatted(width, height, cameraInfo, camera.width(), camera.height()));
        }
        return camera;
    }
}
