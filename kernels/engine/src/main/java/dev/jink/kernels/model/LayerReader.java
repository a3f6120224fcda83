package dev.jink.kernels.model;

import dev.jink.kernels.BitLayout;
import dev.jink.kernels.Shape;
import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.Head;
import dev.jink.kernels.plan.InputConv;
import dev.jink.kernels.plan.Layer;
import dev.jink.kernels.plan.RPReLU;
import dev.jink.kernels.plan.Shortcut;

/** From a LAYER section and the arrays behind it to a layer, which checks its own numbers. */
final class LayerReader {
    private static final int MAX_KERNEL = 63;

    private final ModelReader reader;
    private final SectionCursor cursor;

    LayerReader(ModelReader reader, SectionCursor cursor) {
        this.reader = reader;
        this.cursor = cursor;
    }

    Layer read(int i) throws ModelFileException {
        int[] d = cursor.ints(SectionKind.LAYER, i, ModelHeader.LAYER_BYTES / Integer.BYTES);
        String what = "layer " + i;
        Shape in = new Shape(d[1], d[2], d[3]);
        int out = d[4];
        int kernel = d[5];
        reader.check(
                out >= 1 && out <= Shape.MAX_CHANNELS,
                what + " out channels",
                out,
                "1.." + Shape.MAX_CHANNELS);
        reader.check(
                kernel >= 0 && kernel <= MAX_KERNEL, what + " kernel", kernel, "0.." + MAX_KERNEL);
        long taps = (long) out * kernel * kernel;
        return switch (d[0]) {
            case ModelHeader.TYPE_INPUT -> {
                unused(what, d, 7, 9);
                yield new InputConv(
                        in,
                        kernel,
                        d[6],
                        cursor.bytes(SectionKind.WEIGHTS_8, i, taps * in.channels()),
                        d[8],
                        cursor.floats(SectionKind.SCALE, i, out),
                        cursor.floats(SectionKind.BIAS, i, out),
                        activation(i, out));
            }
            case ModelHeader.TYPE_BINARY -> {
                unused(what, d, 8);
                reader.check(
                        d[9] >= 0 && d[9] < Shortcut.values().length,
                        what + " shortcut",
                        d[9],
                        "0.." + (Shortcut.values().length - 1));
                long weights = taps * BitLayout.words(in.channels());
                long[] words = cursor.longs(SectionKind.WEIGHTS_1, i, weights);
                yield new BinaryConv(
                        in,
                        out,
                        kernel,
                        d[6],
                        d[7],
                        cursor.floats(SectionKind.SHIFT, i, in.channels()),
                        words,
                        cursor.floats(SectionKind.SCALE, i, out),
                        cursor.floats(SectionKind.BIAS, i, out),
                        Shortcut.values()[d[9]],
                        activation(i, out));
            }
            case ModelHeader.TYPE_HEAD -> {
                unused(what, d, 5, 6, 7, 8, 9);
                yield new Head(
                        in,
                        out,
                        cursor.floats(SectionKind.WEIGHTS_32, i, (long) out * in.channels()),
                        cursor.floats(SectionKind.BIAS, i, out));
            }
            default -> {
                reader.check(false, what + " type", d[0], "1, 2 or 3");
                throw new AssertionError();
            }
        };
    }

    private RPReLU activation(int i, int out) throws ModelFileException {
        return new RPReLU(
                cursor.floats(SectionKind.GAMMA, i, out),
                cursor.floats(SectionKind.BETA, i, out),
                cursor.floats(SectionKind.ZETA, i, out));
    }

    private void unused(String what, int[] descriptor, int... fields) throws ModelFileException {
        for (int field : fields) {
            reader.check(descriptor[field] == 0, what + " unused field", descriptor[field], 0);
        }
        for (int field = 10; field < descriptor.length; field++) {
            reader.check(descriptor[field] == 0, what + " unused field", descriptor[field], 0);
        }
    }
}
