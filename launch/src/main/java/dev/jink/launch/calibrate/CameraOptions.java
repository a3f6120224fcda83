package dev.jink.launch.calibrate;

import dev.jink.calibration.CalibrationException;
import dev.jink.calibration.CameraInfoYaml;
import dev.jink.calibration.CameraModel;
import dev.jink.calibration.Mount;
import dev.jink.calibration.board.GrayPicture;
import dev.jink.sim.command.UsageException;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;

/** What every command asks that looks through a calibrated camera in a body. */
final class CameraOptions {
    @Parameters(
            paramLabel = "SOURCE",
            arity = "0..1",
            description = "a folder of pictures or a video file")
    private Path source;

    @Option(
            names = "--camera-info",
            paramLabel = "FILE",
            required = true,
            description = "the camera's calibration")
    private Path cameraInfo;

    @Option(
            names = "--expected",
            arity = "6",
            paramLabel = "N",
            description =
                    "the mount as far as it is known: roll pitch yaw in rad (nose down and left are"
                            + " positive), x y z in m, body FLU (default: all 0)")
    private double[] expected;

    @Option(names = "--json", paramLabel = "FILE", description = "write the figures there")
    private Path json;

    /** Null when none is given. */
    Path source() {
        return source;
    }

    /** Null when none is asked for. */
    Path json() {
        return json;
    }

    CameraModel camera() {
        try {
            return CameraInfoYaml.read(cameraInfo);
        } catch (CalibrationException e) {
            throw new UsageException(e.getMessage());
        }
    }

    Mount expected() {
        try {
            return expected == null
                    ? Mount.FORWARD
                    : new Mount(
                            expected[0],
                            expected[1],
                            expected[2],
                            expected[3],
                            expected[4],
                            expected[5]);
        } catch (CalibrationException e) {
            throw new UsageException("--expected: " + e.getMessage());
        }
    }

    /** Refuses a picture that is not of the calibrated camera's size. */
    static void sameSize(CameraModel camera, GrayPicture picture) {
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
    }
}
