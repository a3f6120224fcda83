package dev.jink.compiler.lower;

import dev.jink.compiler.lower.Flow.Live;
import dev.jink.compiler.onnx.OnnxNode;
import dev.jink.kernels.Shape;
import dev.jink.kernels.plan.Concat;
import dev.jink.kernels.plan.Shortcut;
import dev.jink.kernels.plan.Wire;

import java.util.Arrays;

/** Nodes that bring two values together: sums, which are shortcuts where they can be, and Concat. */
final class Joining {
    private final Layers layers;
    private final Realizer realizer;

    Joining(Layers layers, Realizer realizer) {
        this.layers = layers;
        this.realizer = realizer;
    }

    Flow lower(Arguments a) {
        return a.node().op().equals("Concat") ? concat(a) : gather(a);
    }

    Flow add(Arguments a) {
        Live left = a.live(0);
        Live right = a.live(1);
        if (!Arrays.equals(left.dims(), right.dims())
                || !left.shape().equals(right.shape())
                || !left.axes().match(left.shape(), right.axes())) {
            throw a.node()
                    .error(
                            "%s (%s) and %s (%s)"
                                    .formatted(
                                            left.shape(), left.axes(), right.shape(), right.axes()),
                            "two of one shape",
                            "scale by constants only");
        }
        wantsReal(a.node(), left);
        wantsReal(a.node(), right);
        Live residual = residual(left, right);
        if (residual == null) {
            residual = residual(right, left);
        }
        if (residual != null) {
            return residual;
        }
        Base sum = new Base.Sum(realizer.layer(left), realizer.layer(right), left.shape());
        return new Live(sum, left.axes());
    }

    private static void wantsReal(OnnxNode node, Live x) {
        if (x.isQuantized()) {
            throw node.error("few-bit values", "real ones", "add shortcuts ahead of the quantizer");
        }
    }

    /** A convolution that is not in the plan yet takes the other value as its shortcut. */
    private Live residual(Live conv, Live other) {
        if (!(conv.base() instanceof Base.Binary(BinaryDot dot))) {
            return null;
        }
        Slots slots = Slots.affine(dot.scale(), dot.bias());
        if (slots.fill(conv.ops()) != conv.ops().size()) {
            return null;
        }
        Shortcut shortcut = Shortcut.OTHER;
        int from = Wire.NONE;
        boolean plain = other.ops().isEmpty();
        if (plain
                && other.base() instanceof Base.Output(int layer, Shape shape)
                && layer == dot.source()
                && dot.in().equals(dot.out())) {
            shortcut = Shortcut.IDENTITY;
        } else if (plain
                && other.base() instanceof Base.Block block
                && block.source() == dot.source()
                && dot.window().stride() == 2
                && dot.window().padding() == dev.jink.kernels.plan.Padding.SAME) {
            shortcut = Shortcut.POOL2;
        } else {
            from = realizer.layer(other);
        }
        Base base = new Base.Residual(dot.with(slots.scale, slots.bias), shortcut, from);
        return new Live(base, conv.axes());
    }

    private Flow concat(Arguments a) {
        OnnxNode node = a.node();
        Live first = a.live(0);
        long axis = node.number("axis", 1);
        int rank = first.dims().length;
        if ((axis < 0 ? axis + rank : axis) != first.axes().of(first.shape(), 'C')) {
            throw node.error("axis " + axis, "that of the channels", "concatenate channels");
        }
        Live block = blocks(a);
        if (block != null) {
            return block;
        }
        wantsReal(node, first);
        int joined = realizer.layer(first);
        for (int i = 1; i < a.inputs().size(); i++) {
            Live next = a.live(i);
            wantsReal(node, next);
            int source = realizer.layer(next);
            int channels = layers.out(source).channels();
            Shape in = layers.out(joined);
            if (in.height() != next.shape().height() || in.width() != next.shape().width()) {
                throw node.error(
                        "%s beside %s".formatted(in, next.shape()),
                        "as many pixels",
                        "pool or resize one of them");
            }
            joined = layers.add(new Concat(in, channels), new Wire(joined, source));
        }
        return new Live(new Base.Output(joined, layers.out(joined)), first.axes());
    }

    /** Copies of one 2x2 mean side by side; null when it is something else. */
    private static Live blocks(Arguments a) {
        int channels = 0;
        Base.Block first = null;
        for (Flow input : a.inputs()) {
            if (!(input instanceof Live(Base.Block block, var ops, var axes)) || !ops.isEmpty()) {
                return null;
            }
            first = first == null ? block : first;
            if (block.source() != first.source()
                    || !block.shape().equals(first.shape())
                    || block.shape().channels() != block.in().channels()) {
                return null;
            }
            channels += block.shape().channels();
        }
        Shape one = first.shape();
        Shape all = new Shape(one.height(), one.width(), channels);
        return new Live(new Base.Block(first.source(), first.in(), all), a.live(0).axes());
    }

    /** Channels of a 2x2 mean, repeated in order. */
    private static Flow gather(Arguments a) {
        Live x = a.first();
        OnnxNode node = a.node();
        long[] which = a.constant(1).integers();
        boolean repeats =
                x.base() instanceof Base.Block
                        && x.ops().isEmpty()
                        && node.number("axis", 0) == x.axes().of(x.shape(), 'C')
                        && a.constant(1).dims().length == 1
                        && which.length > 0;
        int channels = x.shape().channels();
        for (int i = 0; repeats && i < which.length; i++) {
            repeats = which[i] == i % channels;
        }
        if (!repeats) {
            throw node.error(
                    "some of the channels",
                    "those of a 2x2 mean, repeated for a shortcut",
                    "permute the weights instead");
        }
        Base.Block block = (Base.Block) x.base();
        Shape one = block.shape();
        Shape all = new Shape(one.height(), one.width(), which.length);
        return new Live(new Base.Block(block.source(), block.in(), all), x.axes());
    }
}
