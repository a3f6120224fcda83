package dev.jink.launch.calibrate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.jink.calibration.CalibrationException;
import dev.jink.calibration.CameraModel;
import dev.jink.calibration.delay.CameraDelay;
import dev.jink.calibration.flight.OdometryTrack;
import dev.jink.sim.command.JsonFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code jink calibrate delay}: how old pictures are when they arrive. */
@Command(
        name = "jink calibrate delay",
        mixinStandardHelpOptions = true,
        description = {
            "Finds the time from exposure to arrival from a recording in which the drone turns to",
            "and fro, with odometry: for PX4's CP_DELAY and the node's reaction_s.",
            "The pictures' times must be those of their arrival, by the odometry's clock."
        })
final class DelayCommand implements Callable<Integer> {
    private static final double LEAST_FLOW_PX = 1;
    private static final double MOST_SECONDS = 0.1;

    @Parameters(paramLabel = "SOURCE", description = "a folder of pictures or a video file")
    private Path source;

    @Mixin private FlightOptions flight;
    @Mixin private MountOptions expected;

    @Option(
            names = "--camera-info",
            paramLabel = "FILE",
            required = true,
            description = "the camera's calibration")
    private Path cameraInfo;

    @Option(names = "--json", paramLabel = "FILE", description = "write the figures there")
    private Path json;

    @Override
    public Integer call() throws Exception {
        JsonFile.require(json);
        CameraModel camera = FlightOptions.camera(cameraInfo);
        OdometryTrack odometry = flight.odometry();
        try {
            CameraDelay found =
                    CameraDelay.estimate(
                            odometry,
                            flight.pairs(source, camera, LEAST_FLOW_PX, MOST_SECONDS),
                            expected.mount(),
                            FlightOptions.pixelRad(camera));
            ObjectNode figures = new ObjectMapper().createObjectNode();
            figures.put("delaySeconds", found.seconds());
            figures.put("half95", found.half95());
            JsonFile.write(json, figures);
            System.out.printf(
                    Locale.ROOT,
                    "pictures are %.1f ± %.1f ms old when they arrive (95 %%)%n"
                            + "PX4: CP_DELAY %.3f; node: add it to reaction_s%n",
                    1e3 * found.seconds(),
                    1e3 * found.half95(),
                    found.seconds());
            return 0;
        } catch (CalibrationException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
