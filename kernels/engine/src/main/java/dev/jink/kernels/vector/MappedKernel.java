package dev.jink.kernels.vector;

import dev.jink.kernels.BitTensor;
import dev.jink.kernels.Buffers;
import dev.jink.kernels.LayerKernel;
import dev.jink.kernels.Shape;
import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.Shortcut;

import java.util.ArrayList;
import java.util.List;

/** A binary layer whose weights are too many to be copied: patches, dot products, epilogue. */
final class MappedKernel implements LayerKernel {
    private final BinaryConv layer;
    private final int bits;
    private final int words;
    private final int pitch;

    MappedKernel(BinaryConv layer, int bits) {
        this.layer = layer;
        this.bits = bits;
        words = layer.window().taps() * layer.groupWords();
        int lanes = bits / Float.SIZE;
        pitch = ChannelConstants.groups(layer.outChannels(), lanes) * lanes;
    }

    /** One group, and no shortcut that needs a kernel of its own. */
    static boolean canTake(BinaryConv layer) {
        return layer.groups() == 1 && layer.shortcut() != Shortcut.POOL2;
    }

    @Override
    public String name() {
        return "rows of the file";
    }

    @Override
    public String why() {
        return "weights stay in the file";
    }

    @Override
    public Step bind(Buffers io, int fromRow, int toRow) {
        Shape out = layer.out();
        int planes = layer.quantizer().bits();
        int bytesOfPixel = planes * words * Long.BYTES + 3 * pitch * Float.BYTES;
        int stretch = Stages.stretch((toRow - fromRow) * out.width(), bytesOfPixel);
        long[] patches = new long[Math.multiplyExact(stretch * planes, words)];
        float[] dots = new float[Math.multiplyExact(stretch, pitch)];
        BitRows rows = new BitRows(layer, io.bitsIn(), fromRow, toRow);
        List<Stage> stages = new ArrayList<>();
        stages.add(new BitPatches(layer, rows, 0, stretch, patches));
        stages.add(
                Specializer.make(
                        MappedDots.class,
                        bits,
                        new MappedDots.Arguments(
                                layer.weights().segment(),
                                patches,
                                dots,
                                layer.outChannels(),
                                pitch,
                                planes,
                                words,
                                layer.quantizer().top() * layer.taps())));
        float[] added = OutputStages.nothing(stretch, layer.outChannels());
        if (layer.shortcut() != Shortcut.NONE) {
            boolean own = layer.shortcut() == Shortcut.IDENTITY;
            int copied = added.length / stretch;
            stages.add(new CopyStage(own ? io.floatsIn() : io.otherIn(), 0, added, copied));
        }
        float[] constants =
                ChannelConstants.pack(
                        bits / Float.SIZE,
                        layer.scale(),
                        layer.bias(),
                        layer.activation(),
                        io.shiftOut());
        OutputStages.append(
                stages, bits, out, 0, layer.outChannels(), stretch, dots, constants, added, io);
        BitTensor bitsOut = io.bitsOut();
        return new Stages(
                () -> {
                    rows.take();
                    if (bitsOut != null) {
                        bitsOut.clearBorder(fromRow, toRow);
                    }
                },
                fromRow * out.width(),
                toRow * out.width(),
                stretch,
                stages.toArray(Stage[]::new));
    }
}
