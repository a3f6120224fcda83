package dev.jink.launch.calibrate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.jink.calibration.Mount;
import dev.jink.calibration.mount.MountEstimate;

import java.io.PrintStream;
import java.util.Locale;

/** A mount for the terminal, for {@code --json}, and as the node's parameters. */
final class MountText {
    private static final String[] NAMES = {"roll", "pitch", "yaw", "x", "y", "z"};

    private MountText() {}

    private static double[] numbers(Mount mount) {
        return new double[] {
            mount.rollRad(), mount.pitchRad(), mount.yawRad(), mount.xM(), mount.yM(), mount.zM()
        };
    }

    static ObjectNode figures(MountEstimate found) {
        ObjectNode figures = new ObjectMapper().createObjectNode();
        ObjectNode half95 = new ObjectMapper().createObjectNode();
        double[] values = numbers(found.mount());
        for (int i = 0; i < 6; i++) {
            figures.put(NAMES[i], values[i]);
            // JSON has no infinity: what was not measured has no interval.
            if (Double.isFinite(found.half95()[i])) {
                half95.put(NAMES[i], found.half95()[i]);
            } else {
                half95.putNull(NAMES[i]);
            }
        }
        figures.set("half95", half95);
        return figures;
    }

    static void print(PrintStream out, MountEstimate found) {
        double[] values = numbers(found.mount());
        StringBuilder parameters = new StringBuilder("node parameters:");
        for (int i = 0; i < 6; i++) {
            boolean angle = i < 3;
            double half = found.half95()[i];
            String sure =
                    Double.isInfinite(half)
                            ? "taken over, not measured"
                            : angle
                                    ? String.format(Locale.ROOT, "± %.3f deg", Math.toDegrees(half))
                                    : String.format(Locale.ROOT, "± %.3f m", half);
            out.printf(
                    Locale.ROOT,
                    angle ? "%-6s %8.3f deg  %s%n" : "%-6s %8.3f m    %s%n",
                    NAMES[i],
                    angle ? Math.toDegrees(values[i]) : values[i],
                    sure);
            parameters.append(
                    String.format(Locale.ROOT, " -p mount_%s:=%.5f", NAMES[i], values[i]));
        }
        out.println(parameters);
    }
}
