package dev.jink.launch.calibrate;

import dev.jink.calibration.CalibrationException;
import dev.jink.calibration.CameraModel;
import dev.jink.calibration.flight.OdometryTrack;
import dev.jink.calibration.flight.StraightFlight;
import dev.jink.calibration.mount.MountEstimate;
import dev.jink.sim.command.JsonFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code jink calibrate mount-flight}: the mount's angles from a straight flight with odometry. */
@Command(
        name = "jink calibrate mount-flight",
        mixinStandardHelpOptions = true,
        description = {
            "Finds which way the camera looks from a flight straight ahead: everything flows out"
                    + " of",
            "the point that it flies to. Climb or fly sideways in between to fix the roll too."
        })
final class MountFlightCommand implements Callable<Integer> {
    private static final double LEAST_FLOW_PX = 3;
    private static final double MOST_SECONDS = 0.4;

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

    @Option(
            names = "--delay",
            paramLabel = "S",
            defaultValue = "0",
            description =
                    "how old pictures are when stamped, as calibrate delay finds it (default:"
                            + " ${DEFAULT-VALUE})")
    private double delayS;

    @Option(names = "--json", paramLabel = "FILE", description = "write the figures there")
    private Path json;

    @Override
    public Integer call() throws Exception {
        JsonFile.require(json);
        CameraModel camera = FlightOptions.camera(cameraInfo);
        OdometryTrack odometry = flight.odometry();
        try {
            MountEstimate found =
                    StraightFlight.estimate(
                            odometry,
                            flight.pairs(source, camera, LEAST_FLOW_PX, MOST_SECONDS),
                            delayS,
                            expected.mount(),
                            FlightOptions.pixelRad(camera));
            JsonFile.write(json, MountText.figures(found));
            MountText.print(System.out, found);
            return 0;
        } catch (CalibrationException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
