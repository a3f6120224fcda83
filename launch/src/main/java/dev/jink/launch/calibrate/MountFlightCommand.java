package dev.jink.launch.calibrate;

import dev.jink.calibration.CalibrationException;
import dev.jink.calibration.flight.StraightFlight;
import dev.jink.calibration.mount.MountEstimate;
import dev.jink.sim.command.JsonFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/** {@code jink calibrate mount-flight}: the mount's angles from a straight flight with odometry. */
@Command(
        name = "jink calibrate mount-flight",
        mixinStandardHelpOptions = true,
        description = {
            "Finds which way the camera looks from a flight straight ahead, recorded or live:",
            "everything flows out of the point that it flies to. Climb or fly sideways in between",
            "to fix the roll too."
        })
final class MountFlightCommand implements Callable<Integer> {
    @Mixin private FlightOptions options;

    @Option(
            names = "--delay",
            paramLabel = "S",
            defaultValue = "0",
            description =
                    "how old pictures are when stamped, as calibrate delay finds it (default:"
                            + " ${DEFAULT-VALUE})")
    private double delayS;

    @Override
    public Integer call() throws Exception {
        JsonFile.require(options.camera().json());
        double pixelRad = 1 / options.camera().camera().fx();
        Flight flight = options.flight(StraightFlight::tracker, false);
        try {
            MountEstimate found =
                    StraightFlight.estimate(
                            flight.odometry(),
                            flight.pairs(),
                            delayS,
                            options.camera().expected(),
                            pixelRad);
            JsonFile.write(options.camera().json(), MountText.figures(found));
            MountText.print(System.out, found);
            return 0;
        } catch (CalibrationException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
