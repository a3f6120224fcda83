package dev.jink.launch.calibrate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.jink.calibration.CalibrationException;
import dev.jink.calibration.delay.CameraDelay;
import dev.jink.sim.command.JsonFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code jink calibrate delay}: how old pictures are when they arrive. */
@Command(
        name = "jink calibrate delay",
        mixinStandardHelpOptions = true,
        description = {
            "Finds the time from exposure to arrival from a flight, recorded or live, in which the",
            "drone turns to and fro, with odometry: for PX4's CP_DELAY and the node's reaction_s.",
            "Recorded pictures' times must be those of their arrival, by the odometry's clock."
        })
final class DelayCommand implements Callable<Integer> {
    @Mixin private FlightOptions options;

    @Override
    public Integer call() throws Exception {
        JsonFile.require(options.camera().json());
        double pixelRad = 1 / options.camera().camera().fx();
        Flight flight = options.flight(CameraDelay::tracker, true);
        try {
            CameraDelay found =
                    CameraDelay.estimate(
                            flight.odometry(),
                            flight.pairs(),
                            options.camera().expected(),
                            pixelRad);
            tell(found, flight.arrivalAfterStampS());
            return 0;
        } catch (CalibrationException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private void tell(CameraDelay found, double arrivalAfterStampS) throws Exception {
        ObjectNode figures = new ObjectMapper().createObjectNode();
        figures.put("delaySeconds", found.seconds());
        figures.put("half95", found.half95());
        boolean stamped = Math.abs(arrivalAfterStampS) < 1;
        if (stamped) {
            figures.put("stampDelaySeconds", found.seconds() - arrivalAfterStampS);
        }
        JsonFile.write(options.camera().json(), figures);
        System.out.printf(
                Locale.ROOT,
                "pictures are %.1f ± %.1f ms old when they arrive (95 %%)%n"
                        + "PX4: CP_DELAY %.3f; node: add it to reaction_s%n",
                1e3 * found.seconds(),
                1e3 * found.half95(),
                found.seconds());
        if (stamped) {
            System.out.printf(
                    Locale.ROOT,
                    "they are %.1f ms old when they are stamped: mount-flight --delay %.4f%n",
                    1e3 * (found.seconds() - arrivalAfterStampS),
                    found.seconds() - arrivalAfterStampS);
        }
    }
}
