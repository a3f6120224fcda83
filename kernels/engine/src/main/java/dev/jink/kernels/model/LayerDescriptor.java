package dev.jink.kernels.model;

import dev.jink.kernels.Shape;
import dev.jink.kernels.plan.Add;
import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.Concat;
import dev.jink.kernels.plan.Head;
import dev.jink.kernels.plan.InputConv;
import dev.jink.kernels.plan.Layer;
import dev.jink.kernels.plan.Pool;
import dev.jink.kernels.plan.QuantizedHead;
import dev.jink.kernels.plan.Shortcut;
import dev.jink.kernels.plan.Upsample;
import dev.jink.kernels.plan.Window;
import dev.jink.kernels.plan.Wire;

import java.util.List;

/**
 * A LAYER section as it lies in the file, in the order of {@link ModelHeader}'s drawing; numbers of
 * 4 bytes each.
 *
 * @param in shape of its input, whole only once it has been checked
 */
record LayerDescriptor(
        int type,
        int height,
        int width,
        int channels,
        int out,
        int kernel,
        int stride,
        int dilation,
        int zeroPoint,
        int kind,
        int back,
        int otherBack,
        int padding,
        int moreGroups,
        int bitsLog2,
        int inverseStep) {

    static LayerDescriptor from(int[] d) {
        return new LayerDescriptor(
                d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7], d[8], d[9], d[10], d[11], d[12],
                d[13], d[14], d[15]);
    }

    int[] ints() {
        return new int[] {
            type,
            height,
            width,
            channels,
            out,
            kernel,
            stride,
            dilation,
            zeroPoint,
            kind,
            back,
            otherBack,
            padding,
            moreGroups,
            bitsLog2,
            inverseStep
        };
    }

    static LayerDescriptor of(int i, Layer layer, Wire wire) {
        return switch (layer) {
            case InputConv l ->
                    of(
                            ModelHeader.TYPE_INPUT,
                            i,
                            layer,
                            wire,
                            l.outChannels(),
                            l.kernel(),
                            l.stride(),
                            0,
                            l.zeroPoint());
            case BinaryConv l -> {
                int step = l.quantizer().bits() == 1 ? 0 : bitsOf(l.quantizer().inverseStep());
                yield windowed(
                                ModelHeader.TYPE_BINARY,
                                i,
                                layer,
                                wire,
                                l.outChannels(),
                                l.window(),
                                l.shortcut().ordinal())
                        .quantized(
                                l.groups() - 1,
                                Integer.numberOfTrailingZeros(l.quantizer().bits()),
                                step);
            }
            case Head l -> of(ModelHeader.TYPE_HEAD, i, layer, wire, l.outChannels());
            case QuantizedHead l ->
                    of(ModelHeader.TYPE_QUANTIZED_HEAD, i, layer, wire, l.outChannels())
                            .quantized(0, 0, bitsOf(l.inverseStep()));
            case Pool l ->
                    windowed(
                            ModelHeader.TYPE_POOL,
                            i,
                            layer,
                            wire,
                            0,
                            l.window(),
                            l.kind().ordinal());
            case Upsample l ->
                    of(
                            ModelHeader.TYPE_UPSAMPLE,
                            i,
                            layer,
                            wire,
                            0,
                            l.factor(),
                            0,
                            0,
                            0,
                            l.kind().ordinal());
            case Concat l -> of(ModelHeader.TYPE_CONCAT, i, layer, wire, l.otherChannels());
            case Add l -> of(ModelHeader.TYPE_ADD, i, layer, wire, 0);
        };
    }

    private static int bitsOf(float value) {
        return Float.floatToRawIntBits(value);
    }

    private static LayerDescriptor windowed(
            int type, int i, Layer layer, Wire wire, int out, Window window, int kind) {
        Shape in = layer.in();
        return new LayerDescriptor(
                type,
                in.height(),
                in.width(),
                in.channels(),
                out,
                window.kernel(),
                window.stride(),
                window.dilation(),
                0,
                kind,
                back(i, wire),
                otherBack(i, wire),
                window.padding().ordinal(),
                0,
                0,
                0);
    }

    /**
     * @param rest kernel or factor, stride, dilation, zero point, kind, as far as there are
     */
    private static LayerDescriptor of(
            int type, int i, Layer layer, Wire wire, int out, int... rest) {
        int[] d = new int[ModelHeader.LAYER_BYTES / Integer.BYTES];
        d[0] = type;
        d[1] = layer.in().height();
        d[2] = layer.in().width();
        d[3] = layer.in().channels();
        d[4] = out;
        System.arraycopy(rest, 0, d, 5, rest.length);
        d[10] = back(i, wire);
        d[11] = otherBack(i, wire);
        return from(d);
    }

    private static int back(int i, Wire wire) {
        return i - 1 - wire.from();
    }

    private static int otherBack(int i, Wire wire) {
        return wire.other() == Wire.NONE ? 0 : i - wire.other();
    }

    private LayerDescriptor quantized(int groups, int bits, int step) {
        int[] d = ints();
        d[13] = groups;
        d[14] = bits;
        d[15] = step;
        return from(d);
    }

    /** Where layer {@code i}, which has this descriptor, reads from. */
    Wire wire(int i) {
        return new Wire(i - 1 - back, otherBack == 0 ? Wire.NONE : i - otherBack);
    }

    /** The lowest version of the format that can say this. */
    static int version(List<LayerDescriptor> layers) {
        return layers.stream().allMatch(LayerDescriptor::isVersion1) ? 1 : ModelHeader.VERSION;
    }

    private boolean isVersion1() {
        boolean plain =
                back == 0
                        && otherBack == 0
                        && padding == 0
                        && moreGroups == 0
                        && bitsLog2 == 0
                        && inverseStep == 0;
        boolean window =
                type != ModelHeader.TYPE_BINARY
                        || (kernel == 1 || kernel == 3)
                                && stride <= 2
                                && kind <= Shortcut.POOL2.ordinal();
        return plain && window && type <= ModelHeader.TYPE_HEAD;
    }
}
