package dev.jink.perception;

import dev.jink.calibration.VirtualCamera;
import dev.jink.kernels.KernelProvider;
import dev.jink.kernels.Shape;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.Head;
import dev.jink.kernels.plan.InputConv;
import dev.jink.kernels.plan.Layer;
import dev.jink.kernels.plan.Plan;
import dev.jink.perception.sight.Detector;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
        List<Layer> layers = new ArrayList<>();
        for (Layer layer : model.layers()) {
            layers.add(resized(layer, layers.isEmpty() ? small : layers.getLast().out()));
        }
        Map<String, String> facts = new HashMap<>(model.metadata());
        facts.put(
                "grid",
                Integer.parseInt(grid[0]) / factor + " " + Integer.parseInt(grid[1]) / factor);
        facts.put("virtual_camera", shrunk(whole, small, factor));
        return new Detector(
                Plan.of(new Model(small, layers, facts, null), KernelProvider.choose()));
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

    private static Layer resized(Layer layer, Shape in) {
        return switch (layer) {
            case InputConv l ->
                    new InputConv(
                            in,
                            l.kernel(),
                            l.stride(),
                            l.weights(),
                            l.zeroPoint(),
                            l.scale(),
                            l.bias(),
                            l.activation());
            case BinaryConv l ->
                    new BinaryConv(
                            in,
                            l.outChannels(),
                            l.kernel(),
                            l.stride(),
                            l.dilation(),
                            l.shift(),
                            l.weights(),
                            l.scale(),
                            l.bias(),
                            l.shortcut(),
                            l.activation());
            case Head l -> new Head(in, l.outChannels(), l.weights(), l.bias());
        };
    }
}
