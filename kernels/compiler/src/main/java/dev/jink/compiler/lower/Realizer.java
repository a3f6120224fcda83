package dev.jink.compiler.lower;

import dev.jink.kernels.Shape;
import dev.jink.kernels.plan.Add;
import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.Head;
import dev.jink.kernels.plan.InputConv;
import dev.jink.kernels.plan.Layer;
import dev.jink.kernels.plan.Pool;
import dev.jink.kernels.plan.QuantizedHead;
import dev.jink.kernels.plan.Quantizer;
import dev.jink.kernels.plan.RPReLU;
import dev.jink.kernels.plan.Shortcut;
import dev.jink.kernels.plan.WeightBits;
import dev.jink.kernels.plan.Window;
import dev.jink.kernels.plan.Wire;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes layers of values: a base with as many of its steps as fit, then the next. */
final class Realizer {
    private final Layers layers;
    private final Map<Integer, Integer> blocks = new HashMap<>();

    Realizer(Layers layers) {
        this.layers = layers;
    }

    /** The layer whose output is this value. */
    int layer(Flow.Live flow) {
        List<Op> ops = flow.ops().stream().filter(op -> !op.isNothing()).toList();
        if (flow.base() instanceof Base.Output output && ops.isEmpty()) {
            return output.layer();
        }
        Slots slots = slots(flow.base());
        int used = slots == null ? 0 : slots.fill(ops);
        int made = emit(flow.base(), slots);
        if (flow.base() instanceof Base.Output output) {
            used = behind(output, ops);
            made = layers.add(behindLayer(output, ops), output.layer());
        }
        Flow.Live rest =
                new Flow.Live(new Base.Output(made, flow.shape()), flow.axes())
                        .with(ops.subList(used, ops.size()));
        return layer(rest);
    }

    /** Whether all steps fit into the layer that makes the base. */
    boolean fits(Base base, List<Op> ops) {
        if (base instanceof Base.Output) {
            return ops.stream().allMatch(Op::isNothing);
        }
        Slots slots = slots(base);
        return (slots == null ? 0 : slots.fill(ops)) == ops.size();
    }

    private static Slots slots(Base base) {
        return switch (base) {
            case Base.Binary(BinaryDot dot) -> Slots.of(dot.scale(), dot.bias());
            case Base.Input(InputDot dot) -> Slots.of(dot.scale(), dot.bias());
            case Base.Residual residual -> Slots.activation(residual.shape().channels());
            case Base.Sum sum -> Slots.activation(sum.shape().channels());
            case Base.Real real -> Slots.affine(ones(real.bias().length), real.bias());
            case Base.Eight eight -> Slots.affine(eight.scale(), eight.bias());
            case Base.Picture picture ->
                    Slots.of(
                            ones(picture.shape().channels()),
                            new float[picture.shape().channels()]);
            case Base.Output output -> null;
            case Base.Pairs pairs -> null;
            case Base.Block block -> null;
        };
    }

    private static float[] ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private int emit(Base base, Slots slots) {
        return switch (base) {
            case Base.Binary(BinaryDot dot) ->
                    binary(
                            dot.with(slots.scale, slots.bias),
                            Shortcut.NONE,
                            Wire.NONE,
                            slots.activation());
            case Base.Residual r -> binary(r.dot(), r.shortcut(), r.other(), slots.activation());
            case Base.Input(InputDot dot) ->
                    layers.add(
                            new InputConv(
                                    dot.in(),
                                    dot.kernel(),
                                    dot.stride(),
                                    dot.weights(),
                                    dot.zeroPoint(),
                                    slots.scale,
                                    slots.bias,
                                    slots.activation()),
                            Wire.PICTURE);
            case Base.Picture picture -> pixels(picture.shape(), slots);
            case Base.Sum sum ->
                    layers.add(
                            new Add(sum.shape(), slots.activation()),
                            new Wire(sum.left(), sum.right()));
            case Base.Real real -> {
                float[] weights = real.weights().clone();
                for (int i = 0; i < weights.length; i++) {
                    weights[i] *= slots.scale[i / real.in().channels()];
                }
                yield layers.add(
                        new Head(real.in(), slots.bias.length, weights, slots.bias), real.source());
            }
            case Base.Eight eight ->
                    layers.add(
                            new QuantizedHead(
                                    eight.in(),
                                    eight.inverseStep(),
                                    eight.weights(),
                                    slots.scale,
                                    slots.bias),
                            eight.source());
            case Base.Output output -> output.layer();
            case Base.Pairs pairs ->
                    throw new IllegalArgumentException(
                            "got a pool of 1x2 pixels alone, wanted square pools: make it 2x2");
            case Base.Block block -> block(block);
        };
    }

    /** The picture itself as a layer: each channel through a 1x1 convolution with itself. */
    private int pixels(Shape shape, Slots slots) {
        int channels = shape.channels();
        byte[] weights = new byte[channels * channels];
        for (int c = 0; c < channels; c++) {
            weights[c * channels + c] = 1;
        }
        return layers.add(
                new InputConv(shape, 1, 1, weights, 0, slots.scale, slots.bias, slots.activation()),
                Wire.PICTURE);
    }

    private int block(Base.Block block) {
        if (block.shape().channels() != block.in().channels()) {
            throw new IllegalArgumentException(
                    "got repeated channels of a 2x2 mean, wanted them as the shortcut of a binary"
                            + " convolution of stride 2: add them there, or concatenate");
        }
        return blocks.computeIfAbsent(
                block.source(),
                source ->
                        layers.add(
                                new Pool(block.in(), Pool.Kind.AVERAGE, Window.same(2, 2, 1)),
                                source));
    }

    // Steps behind a layer that several read, so that they can't go into its epilogue.

    private static int behind(Base.Output output, List<Op> ops) {
        Op first = ops.getFirst();
        if (first.kind() == Op.Kind.MUL) {
            return ops.size() > 1 && ops.get(1).kind() == Op.Kind.ADD ? 2 : 1;
        }
        int fit = Slots.activation(output.shape().channels()).fill(ops);
        if (fit == 0) {
            throw first.at()
                    .error(
                            "a result that is read as real numbers",
                            "one that only binary convolutions read",
                            "leave it out, or use Relu, PRelu or LeakyRelu");
        }
        return fit;
    }

    private Layer behindLayer(Base.Output output, List<Op> ops) {
        Shape in = output.shape();
        int channels = in.channels();
        Op first = ops.getFirst();
        if (first.kind() == Op.Kind.MUL) {
            // A diagonal 1x1 convolution in float.
            layers.note(
                    first.at().who()
                            + ": a scale behind a layer that others read too costs a float 1x1"
                            + " convolution; scale its readers instead");
            Slots slots = Slots.affine(ones(channels), new float[channels]);
            slots.fill(ops.subList(0, behind(output, ops)));
            float[] weights = new float[channels * channels];
            for (int c = 0; c < channels; c++) {
                weights[c * channels + c] = slots.scale[c];
            }
            return new Head(in, channels, weights, slots.bias);
        }
        Slots slots = Slots.activation(channels);
        slots.fill(ops);
        // A 1x1 convolution of scale 0 adds nothing to its shortcut and has the activation.
        return new BinaryConv(
                in,
                channels,
                Window.point(1),
                channels,
                Quantizer.sign(new float[channels]),
                WeightBits.of(new long[channels]),
                new float[channels],
                new float[channels],
                Shortcut.IDENTITY,
                slots.activation());
    }

    // Binary convolutions.

    private int binary(BinaryDot dot, Shortcut shortcut, int other, RPReLU activation) {
        if (dot.border() == null) {
            return layers.add(
                    conv(dot, dot.quantizer(), dot.scale(), dot.bias(), shortcut, activation),
                    wire(dot, shortcut, other));
        }
        return bordered(dot, shortcut, other, activation);
    }

    private static Wire wire(BinaryDot dot, Shortcut shortcut, int other) {
        return new Wire(dot.source(), shortcut == Shortcut.OTHER ? other : Wire.NONE);
    }

    private static BinaryConv conv(
            BinaryDot dot,
            Quantizer quantizer,
            float[] scale,
            float[] bias,
            Shortcut shortcut,
            RPReLU activation) {
        float[] signs = new float[dot.signs().length];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = dot.signs()[i];
        }
        return new BinaryConv(
                dot.in(),
                dot.outChannels(),
                dot.window(),
                dot.groups(),
                quantizer,
                WeightBits.of(BinaryConv.pack(signs, dot.in().channels() / dot.groups())),
                scale,
                bias,
                shortcut,
                activation);
    }

    /**
     * A convolution whose border is not +1, as two of the engine's: with S the channels whose border
     * is off by {@code level}, {@code dot' = dot + level * sum of the weights of S outside}. A second
     * convolution with the same weights over signs that are −1 for S and +1 for the others gives
     * {@code d = T(others) - T(S) + 2 (sum outside)}, T being sums of all weights, so that
     *
     * <pre>
     *   scale * dot' + bias = scale * dot + (scale level/2) * d + bias + (scale level/2) (T(S) - T(others))
     * </pre>
     */
    private int bordered(BinaryDot dot, Shortcut shortcut, int other, RPReLU activation) {
        boolean[] in = dot.border().channels();
        float[] shift = new float[in.length];
        for (int c = 0; c < shift.length; c++) {
            shift[c] = in[c] ? -1e30f : 1e30f;
        }
        int each = dot.signs().length / dot.outChannels();
        int groupChannels = in.length / dot.groups();
        float[] scale = new float[dot.outChannels()];
        float[] bias = new float[dot.outChannels()];
        for (int oc = 0; oc < scale.length; oc++) {
            int first = oc / (scale.length / dot.groups()) * groupChannels;
            int total = 0;
            for (int k = 0; k < each; k++) {
                int sign = dot.signs()[oc * each + k];
                total += in[first + k % groupChannels] ? sign : -sign;
            }
            double half = (double) dot.scale()[oc] * dot.border().level() / 2;
            scale[oc] = (float) half;
            bias[oc] = (float) (dot.bias()[oc] + half * total);
        }
        int edge =
                layers.add(
                        conv(
                                dot,
                                Quantizer.sign(shift),
                                scale,
                                bias,
                                shortcut,
                                RPReLU.identity(dot.outChannels())),
                        wire(dot, shortcut, other));
        layers.note(
                "a border that is not +1 costs a second convolution: pad by +1 ahead of the"
                        + " convolution and fine-tune, to save it");
        return layers.add(
                conv(
                        dot,
                        dot.quantizer(),
                        dot.scale(),
                        new float[dot.outChannels()],
                        Shortcut.OTHER,
                        activation),
                new Wire(dot.source(), edge));
    }
}
