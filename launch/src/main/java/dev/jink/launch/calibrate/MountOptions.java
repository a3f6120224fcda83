package dev.jink.launch.calibrate;

import dev.jink.calibration.CalibrationException;
import dev.jink.calibration.Mount;
import dev.jink.sim.command.UsageException;

import picocli.CommandLine.Option;

/** The mount as far as it is known, in the node's own parameters. */
final class MountOptions {
    @Option(
            names = "--expected",
            arity = "6",
            paramLabel = "N",
            description =
                    "the mount as far as it is known: roll pitch yaw in rad (nose down and left are"
                            + " positive), x y z in m, body FLU (default: all 0)")
    private double[] expected;

    Mount mount() {
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
}
