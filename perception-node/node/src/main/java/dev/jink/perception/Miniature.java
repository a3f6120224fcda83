package dev.jink.perception;

import dev.jink.calibration.VirtualCamera;
import dev.jink.kernels.KernelProvider;
import dev.jink.kernels.Shape;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.plan.Plan;
import dev.jink.perception.sight.Detector;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The same network over a much smaller picture: every layer with its own weights, channels and
 * strides, but a grid of a few cells. It costs a small part of the real one and goes through the
 * same code, so that thousands of calls can be made before a flight.
 */
final class Miniature {
    private Miniature() {}

    /**
     * A detector over the smallest picture of the same proportions.
     *
     * @param detector of the real network; left alone
     */
    static Detector of(Detector detector) {
        Model model = detector.plan().model();
        String[] grid = model.metadata().get("grid").strip().split("\\s+");
        int factor = commonFactor(Integer.parseInt(grid[0]), Integer.parseInt(grid[1]));
        VirtualCamera whole = detector.virtualCamera();
        Shape in = model.input();
        Shape small = new Shape(in.height() / factor, in.width() / factor, in.channels());
        Map<String, String> facts = new HashMap<>(model.metadata());
        facts.put(
                "grid",
                Integer.parseInt(grid[0]) / factor + " " + Integer.parseInt(grid[1]) / factor);
        facts.put("virtual_camera", shrunk(whole, small, factor));
        return new Detector(Plan.of(model.on(small, facts), KernelProvider.choose()));
    }

    private static int commonFactor(int a, int b) {
        return BigInteger.valueOf(a).gcd(BigInteger.valueOf(b)).intValueExact();
    }

    private static String shrunk(VirtualCamera whole, Shape small, int factor) {
        return String.format(
                Locale.ROOT,
                "%d %d %s %s %s %s",
                small.width(),
                small.height(),
                whole.fx() / factor,
                whole.fy() / factor,
                (whole.cx() + 0.5) / factor - 0.5,
                (whole.cy() + 0.5) / factor - 0.5);
    }
}
