package dev.jink.compiler.lower;

import dev.jink.compiler.graph.Folder;
import dev.jink.compiler.lower.Flow.Live;
import dev.jink.compiler.onnx.OnnxNode;
import dev.jink.compiler.onnx.Tensor;
import dev.jink.kernels.Shape;
import dev.jink.kernels.plan.Pool;
import dev.jink.kernels.plan.Upsample;
import dev.jink.kernels.plan.Window;

import java.util.Arrays;

/** Nodes that leave fewer or more pixels. */
final class Resampling {
    private final Layers layers;
    private final Realizer realizer;

    Resampling(Layers layers, Realizer realizer) {
        this.layers = layers;
        this.realizer = realizer;
    }

    Flow lower(Arguments a) {
        return switch (a.node().op()) {
            case "MaxPool", "AveragePool" -> pool(a);
            case "GlobalAveragePool" -> global(a, true);
            case "ReduceMean" -> mean(a);
            default -> resize(a);
        };
    }

    private static void wantsPicture(OnnxNode node, Live x) {
        if (!x.axes().match(x.shape(), Axes.NCHW)) {
            throw node.error("an input that lies " + x.axes(), "N C H W", "transpose ahead of it");
        }
        if (x.isQuantized()) {
            throw node.error("few-bit values", "real ones", "move the quantizer behind the layer");
        }
    }

    /** Every stride-th pixel: a largest value of one. */
    static int every(Layers layers, int source, Shape in, Window point) {
        return layers.add(new Pool(in, Pool.Kind.MAX, point), source);
    }

    private Flow pool(Arguments a) {
        OnnxNode node = a.node();
        Live x = a.first();
        wantsPicture(node, x);
        long[] sides = node.list("kernel_shape");
        if (sides == null
                || sides.length != 2
                || sides[0] < 1
                || sides[1] < 1
                || sides[0] > 4096
                || sides[1] > 4096) {
            throw node.error("no kernel of two sides", "one", "use 2-D layers");
        }
        boolean average = node.op().equals("AveragePool");
        float[] pads = new float[4];
        Live inner = x;
        if (x.last() != null && x.last().kind() == Op.Kind.PAD) {
            boolean lowest = x.last().low() < -1e30f;
            if (average || !lowest) {
                throw node.error(
                        "a border of " + x.last().low(),
                        "a pool's own, which is left out",
                        "let the pool pad");
            }
            pads = x.last().values();
            inner = x.with(x.ops().subList(0, x.ops().size() - 1));
        }
        Fit fit = Fit.of(node, x.shape(), new int[] {(int) sides[0], (int) sides[1]}, pads);
        if (average && fit.padded() && node.number("count_include_pad", 0) != 0) {
            throw node.error(
                    "means that count the border",
                    "means of what is inside",
                    "set count_include_pad to 0");
        }
        if (average) {
            Live halves = halves(inner, fit);
            if (halves != null) {
                return halves;
            }
        }
        int source = realizer.layer(inner);
        Window window = fit.window(node, x.shape());
        if (average && window.equals(Window.same(2, 2, 1))) {
            Shape out = window.over(x.shape(), x.shape().channels());
            return new Live(new Base.Block(source, x.shape(), out), Axes.NCHW);
        }
        Pool.Kind kind = average ? Pool.Kind.AVERAGE : Pool.Kind.MAX;
        source = layers.add(new Pool(x.shape(), kind, window), source);
        return new Live(new Base.Output(source, layers.out(source)), Axes.NCHW);
    }

    /** A 2x2 mean in two steps, each of which is exact whatever the order: first rows, then columns. */
    private Live halves(Live x, Fit fit) {
        boolean first = fit.kernel()[0] == 1 && fit.kernel()[1] == 2;
        boolean second = fit.kernel()[0] == 2 && fit.kernel()[1] == 1;
        boolean steps =
                Arrays.equals(fit.kernel(), fit.stride())
                        && fit.before()[0] == 0
                        && fit.before()[1] == 0;
        Shape in = x.shape();
        Shape out = new Shape(fit.out()[0], fit.out()[1], in.channels());
        if (first && steps && out.width() == (in.width() + 1) / 2) {
            return new Live(new Base.Pairs(realizer.layer(x), in, out), Axes.NCHW);
        }
        if (second
                && steps
                && out.height() == (in.height() + 1) / 2
                && x.ops().isEmpty()
                && x.base() instanceof Base.Pairs pairs) {
            return new Live(new Base.Block(pairs.source(), pairs.in(), out), Axes.NCHW);
        }
        return null;
    }

    private Flow mean(Arguments a) {
        OnnxNode node = a.node();
        Live x = a.first();
        long[] axes = Folder.axes(node, a.constants(), 1);
        int rank = x.dims().length;
        int found = 0;
        for (int i = 0; axes != null && i < axes.length; i++) {
            int axis = (int) (axes[i] < 0 ? axes[i] + rank : axes[i]);
            boolean spatial =
                    axis == x.axes().of(x.shape(), 'H') || axis == x.axes().of(x.shape(), 'W');
            found += spatial ? 1 : 2;
        }
        if (found != 2 || axes.length != 2) {
            throw node.error(
                    "a mean over " + Arrays.toString(axes),
                    "one over height and width",
                    "scale by constants only");
        }
        Live flat = global(a, false);
        if (node.number("keepdims", 1) != 0) {
            return flat.under(x.axes());
        }
        return flat.under(new Axes(java.util.List.of("N", "C")));
    }

    /** The mean of all pixels, by as many pools as the size of the picture needs. */
    private Live global(Arguments a, boolean channelsFirst) {
        OnnxNode node = a.node();
        Live x = a.first();
        if (channelsFirst) {
            wantsPicture(node, x);
        }
        Shape in = x.shape();
        int source = realizer.layer(x);
        while (in.pixels() > 1) {
            int factor = factor(in);
            if (factor == 0) {
                throw node.error(
                        "a mean of %dx%d pixels".formatted(x.shape().height(), x.shape().width()),
                        "a square picture whose side is a product of 2, 3, 5 and 7",
                        "change the picture's size");
            }
            Window window = new Window(factor, factor, 1, dev.jink.kernels.plan.Padding.VALID);
            source = layers.add(new Pool(in, Pool.Kind.AVERAGE, window), source);
            in = layers.out(source);
        }
        return new Live(new Base.Output(source, in), Axes.NCHW);
    }

    private static int factor(Shape in) {
        for (int f = Window.MAX_KERNEL; in.height() == in.width() && f > 1; f--) {
            if (in.height() % f == 0) {
                return f;
            }
        }
        return 0;
    }

    private Flow resize(Arguments a) {
        OnnxNode node = a.node();
        Live x = a.first();
        wantsPicture(node, x);
        int factor = enlargement(a, x);
        String mode = node.text("mode", "nearest");
        boolean old = node.op().equals("Upsample") || a.opset() < 11;
        String where =
                node.text("coordinate_transformation_mode", old ? "asymmetric" : "half_pixel");
        Upsample.Kind kind;
        if (mode.equals("nearest")
                && repeats(
                        where,
                        old ? "floor" : node.text("nearest_mode", "round_prefer_floor"),
                        factor)) {
            kind = Upsample.Kind.NEAREST;
        } else if (mode.equals("linear")
                && (where.equals("half_pixel") || where.equals("pytorch_half_pixel"))) {
            kind = Upsample.Kind.BILINEAR;
        } else {
            throw node.error(
                    "mode %s with coordinates %s".formatted(mode, where),
                    "nearest, or linear with half_pixel",
                    "set align_corners to False");
        }
        int source = layers.add(new Upsample(x.shape(), kind, factor), realizer.layer(x));
        return new Live(new Base.Output(source, layers.out(source)), Axes.NCHW);
    }

    /** Whether this way to round coordinates repeats each pixel {@code factor} times. */
    private static boolean repeats(String where, String rounding, int factor) {
        for (int i = 0; i < 4 * factor; i++) {
            double at =
                    switch (where) {
                        case "asymmetric" -> (double) i / factor;
                        case "half_pixel", "pytorch_half_pixel" -> (i + 0.5) / factor - 0.5;
                        case "tf_half_pixel_for_nn" -> (i + 0.5) / factor;
                        default -> Double.NaN;
                    };
            double index =
                    switch (rounding) {
                        case "floor" -> Math.floor(at);
                        case "ceil" -> Math.ceil(at);
                        case "round_prefer_ceil" -> Math.floor(at + 0.5);
                        default -> Math.ceil(at - 0.5);
                    };
            if (!(Math.max(index, 0) == i / factor)) {
                return false;
            }
        }
        return true;
    }

    private static int enlargement(Arguments a, Live x) {
        OnnxNode node = a.node();
        int at = node.op().equals("Resize") && a.opset() > 10 ? 2 : 1;
        Tensor scales = a.optional(at);
        Tensor sizes = a.optional(3);
        double high = 0;
        double wide = 0;
        if (scales != null && scales.elements() == 4) {
            high = scales.floats()[2];
            wide = scales.floats()[3];
        } else if (sizes != null && sizes.elements() == 4) {
            high = (double) sizes.integers()[2] / x.shape().height();
            wide = (double) sizes.integers()[3] / x.shape().width();
        }
        if (high != wide || high != Math.rint(high) || high < 2 || high > 16) {
            throw node.error(
                    "a factor of %s by %s".formatted(high, wide),
                    "the same whole number of 2 to 16 for both",
                    "use a stride-1 convolution for other sizes");
        }
        return (int) high;
    }
}
