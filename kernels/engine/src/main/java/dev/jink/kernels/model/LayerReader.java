package dev.jink.kernels.model;

import dev.jink.kernels.BitLayout;
import dev.jink.kernels.Shape;
import dev.jink.kernels.plan.Add;
import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.Concat;
import dev.jink.kernels.plan.Head;
import dev.jink.kernels.plan.InputConv;
import dev.jink.kernels.plan.Layer;
import dev.jink.kernels.plan.Padding;
import dev.jink.kernels.plan.Pool;
import dev.jink.kernels.plan.QuantizedHead;
import dev.jink.kernels.plan.Quantizer;
import dev.jink.kernels.plan.RPReLU;
import dev.jink.kernels.plan.Shortcut;
import dev.jink.kernels.plan.Upsample;
import dev.jink.kernels.plan.WeightBits;
import dev.jink.kernels.plan.Window;

import java.util.Arrays;

/**
 * From a LAYER section and the arrays behind it to a layer, which checks its own numbers. Fields
 * that a type does not have are compared at the end: the layer, written again, must give the same
 * section.
 */
final class LayerReader {
    private static final int MAX_KERNEL = 63;

    private final ModelReader reader;
    private final SectionCursor cursor;

    LayerReader(ModelReader reader, SectionCursor cursor) {
        this.reader = reader;
        this.cursor = cursor;
    }

    /** The next layer's descriptor. */
    LayerDescriptor descriptor(int i) throws ModelFileException {
        return LayerDescriptor.from(
                cursor.ints(SectionKind.LAYER, i, ModelHeader.LAYER_BYTES / Integer.BYTES));
    }

    Layer read(int i, LayerDescriptor d) throws ModelFileException {
        String what = "layer " + i;
        range(what + " type", d.type(), ModelHeader.TYPE_INPUT, ModelHeader.TYPE_ADD);
        range(what + " back", d.back(), 0, i);
        range(what + " other back", d.otherBack(), 0, i);
        Layer layer = layer(i, d, what, new Shape(d.height(), d.width(), d.channels()));
        int[] got = d.ints();
        int[] again = LayerDescriptor.of(i, layer, d.wire(i)).ints();
        if (!Arrays.equals(again, got)) {
            reader.check(
                    false, what + " unused field", Arrays.toString(got), Arrays.toString(again));
        }
        return layer;
    }

    private Layer layer(int i, LayerDescriptor d, String what, Shape in) throws ModelFileException {
        return switch (d.type()) {
            case ModelHeader.TYPE_INPUT -> {
                int out = channels(what, d);
                range(what + " kernel", d.kernel(), 0, MAX_KERNEL);
                long weights = (long) out * d.kernel() * d.kernel() * in.channels();
                yield new InputConv(
                        in,
                        d.kernel(),
                        d.stride(),
                        cursor.bytes(SectionKind.WEIGHTS_8, i, weights),
                        d.zeroPoint(),
                        cursor.floats(SectionKind.SCALE, i, out),
                        cursor.floats(SectionKind.BIAS, i, out),
                        activation(i, out));
            }
            case ModelHeader.TYPE_BINARY -> binaryConv(i, d, what, in);
            case ModelHeader.TYPE_HEAD -> {
                int out = channels(what, d);
                yield new Head(
                        in,
                        out,
                        cursor.floats(SectionKind.WEIGHTS_32, i, (long) out * in.channels()),
                        cursor.floats(SectionKind.BIAS, i, out));
            }
            case ModelHeader.TYPE_QUANTIZED_HEAD -> {
                int out = channels(what, d);
                yield new QuantizedHead(
                        in,
                        Float.intBitsToFloat(d.inverseStep()),
                        cursor.bytes(SectionKind.WEIGHTS_8, i, (long) out * in.channels()),
                        cursor.floats(SectionKind.SCALE, i, out),
                        cursor.floats(SectionKind.BIAS, i, out));
            }
            case ModelHeader.TYPE_POOL ->
                    new Pool(
                            in, one(what + " kind", d.kind(), Pool.Kind.values()), window(what, d));
            case ModelHeader.TYPE_UPSAMPLE ->
                    new Upsample(
                            in, one(what + " kind", d.kind(), Upsample.Kind.values()), d.kernel());
            case ModelHeader.TYPE_CONCAT -> new Concat(in, channels(what, d));
            default -> new Add(in, activation(i, in.channels()));
        };
    }

    private BinaryConv binaryConv(int i, LayerDescriptor d, String what, Shape in)
            throws ModelFileException {
        int out = channels(what, d);
        Window window = window(what, d);
        range(what + " groups - 1", d.moreGroups(), 0, Shape.MAX_CHANNELS - 1);
        range(what + " log2 of bits", d.bitsLog2(), 0, 3);
        int groups = d.moreGroups() + 1;
        int bits = 1 << d.bitsLog2();
        long weights =
                (long) out * window.taps() * BitLayout.words(Math.max(1, in.channels() / groups));
        WeightBits words = cursor.weights(i, weights);
        float[] shift = cursor.floats(SectionKind.SHIFT, i, in.channels());
        return new BinaryConv(
                in,
                out,
                window,
                groups,
                new Quantizer(bits, shift, bits == 1 ? 1 : Float.intBitsToFloat(d.inverseStep())),
                words,
                cursor.floats(SectionKind.SCALE, i, out),
                cursor.floats(SectionKind.BIAS, i, out),
                one(what + " shortcut", d.kind(), Shortcut.values()),
                activation(i, out));
    }

    private int channels(String what, LayerDescriptor d) throws ModelFileException {
        range(what + " out channels", d.out(), 1, Shape.MAX_CHANNELS);
        return d.out();
    }

    private Window window(String what, LayerDescriptor d) throws ModelFileException {
        return new Window(
                d.kernel(),
                d.stride(),
                d.dilation(),
                one(what + " padding", d.padding(), Padding.values()));
    }

    private <T> T one(String what, int index, T[] values) throws ModelFileException {
        range(what, index, 0, values.length - 1);
        return values[index];
    }

    private void range(String what, int got, int min, int max) throws ModelFileException {
        reader.check(got >= min && got <= max, what, got, min + ".." + max);
    }

    private RPReLU activation(int i, int out) throws ModelFileException {
        return new RPReLU(
                cursor.floats(SectionKind.GAMMA, i, out),
                cursor.floats(SectionKind.BETA, i, out),
                cursor.floats(SectionKind.ZETA, i, out));
    }
}
