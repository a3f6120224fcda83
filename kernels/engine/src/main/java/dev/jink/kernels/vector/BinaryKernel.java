package dev.jink.kernels.vector;

import dev.jink.kernels.BitLayout;
import dev.jink.kernels.BitTensor;
import dev.jink.kernels.Buffers;
import dev.jink.kernels.FloatTensor;
import dev.jink.kernels.LayerKernel;
import dev.jink.kernels.Shape;
import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.Shortcut;

import java.util.ArrayList;
import java.util.List;

/** A binary convolution: patches, counts, dot products, shortcut, epilogue. */
final class BinaryKernel implements LayerKernel {
    private final BinaryConv layer;
    private final Shape out;
    private final int bits;
    private final int lanes;
    private final int words;
    private final int pitch;
    private final int vectors;
    private final boolean carrySave;
    private final boolean vectorCount;
    private long[] packed;

    BinaryKernel(BinaryConv layer, int bits, boolean vectorCount) {
        this.layer = layer;
        this.bits = bits;
        this.vectorCount = vectorCount;
        out = layer.out();
        lanes = bits / Float.SIZE;
        words = layer.window().taps() * layer.groupWords();
        pitch = ChannelConstants.groups(layer.outChannels(), lanes) * lanes;
        vectors = pitch / (bits / Long.SIZE);
        carrySave = !vectorCount && words >= CarrySaveCounts.ROUND;
    }

    /** Whether each group of the layer fills whole words and whole vectors. */
    static boolean canTake(BinaryConv layer, int bits) {
        int outOfGroup = layer.outChannels() / layer.groups();
        return layer.groups() == 1
                || layer.groupChannels() % BitLayout.WORD_BITS == 0
                        && outOfGroup % (bits / Float.SIZE) == 0;
    }

    @Override
    public String name() {
        return carrySave ? "carry-save 9" : "tile 4x2";
    }

    @Override
    public String why() {
        if (vectorCount) {
            return "vector population count";
        }
        return carrySave ? "no vector population count" : "fewer than 9 words";
    }

    @Override
    public Step bind(Buffers io, int fromRow, int toRow) {
        int planes = layer.quantizer().bits();
        int width = out.width();
        int band = RowSteps.band(toRow - fromRow, width * planes);
        int columns = Math.multiplyExact(band * width, planes);
        long[] counts = new long[Math.multiplyExact(columns, pitch)];
        List<RowKernel> stages = new ArrayList<>();
        List<BitPatches> gathers = appendCounts(stages, io, fromRow, toRow, columns, counts);
        appendOutput(stages, io, band, counts);
        BitTensor bitsOut = io.bitsOut();
        BitPatches[] gather = gathers.toArray(BitPatches[]::new);
        return new RowSteps(
                () -> {
                    for (BitPatches patches : gather) {
                        patches.take();
                    }
                    if (bitsOut != null) {
                        bitsOut.clearBorder(fromRow, toRow);
                    }
                },
                fromRow,
                toRow,
                band,
                stages.toArray(RowKernel[]::new));
    }

    private List<BitPatches> appendCounts(
            List<RowKernel> stages,
            Buffers io,
            int fromRow,
            int toRow,
            int columns,
            long[] counts) {
        long[] patches = new long[Math.multiplyExact(columns, words)];
        int rowColumns = out.width() * layer.quantizer().bits();
        int vectorsOfGroup = vectors / layer.groups();
        List<BitPatches> gathers = new ArrayList<>();
        for (int group = 0; group < layer.groups(); group++) {
            gathers.add(new BitPatches(layer, io.bitsIn(), group, fromRow, toRow, patches));
            stages.add(gathers.getLast());
            stages.add(
                    Specializer.make(
                            carrySave ? CarrySaveCounts.class : TileCounts.class,
                            bits,
                            new CountArguments(
                                    patches,
                                    packed(),
                                    counts,
                                    rowColumns,
                                    words,
                                    vectors,
                                    group * vectorsOfGroup,
                                    (group + 1) * vectorsOfGroup)));
        }
        return gathers;
    }

    private void appendOutput(List<RowKernel> stages, Buffers io, int band, long[] counts) {
        int planes = layer.quantizer().bits();
        int pixels = band * out.width();
        boolean signsOnly = io.floatsOut() == null && layer.shortcut() == Shortcut.NONE;
        Thresholds folded = signsOnly ? Thresholds.of(layer, io.shiftOut(), pitch) : null;
        if (folded != null) {
            long[] signs = new long[pixels * folded.flips().length];
            stages.add(
                    Specializer.make(
                            SignRow.class,
                            bits,
                            new SignRow.Arguments(
                                    counts,
                                    folded.limits(),
                                    folded.flips(),
                                    signs,
                                    out.width(),
                                    planes)));
            stages.add(new StoreRow(null, io.bitsOut(), new float[0], 0, signs));
            return;
        }
        float[] dots = new float[pixels * pitch];
        int largest = layer.quantizer().top() * layer.taps();
        stages.add(
                Specializer.make(
                        DotRow.class,
                        bits,
                        new DotRow.Arguments(counts, dots, out.width(), pitch, planes, largest)));
        float[] added = appendShortcut(stages, io, band);
        float[] constants =
                ChannelConstants.pack(
                        lanes, layer.scale(), layer.bias(), layer.activation(), io.shiftOut());
        RowOutput.append(stages, bits, out, band, dots, constants, added, io);
    }

    private float[] appendShortcut(List<RowKernel> stages, Buffers io, int band) {
        return switch (layer.shortcut()) {
            case NONE -> RowOutput.nothing(out, band);
            case IDENTITY -> appendCopy(stages, io.floatsIn(), band);
            case OTHER -> appendCopy(stages, io.otherIn(), band);
            case POOL2 -> {
                int most = Math.max(layer.outChannels(), layer.in().channels());
                int pooledPitch = FloatTensor.paddedPitch(most);
                float[] pooled = new float[band * out.width() * pooledPitch];
                PoolRow.Arguments arguments =
                        new PoolRow.Arguments(
                                io.floatsIn(),
                                pooled,
                                pooledPitch,
                                out.width(),
                                layer.outChannels());
                stages.add(Specializer.make(PoolRow.class, bits, arguments));
                yield pooled;
            }
        };
    }

    private float[] appendCopy(List<RowKernel> stages, FloatTensor from, int band) {
        float[] copy = new float[band * out.width() * from.pitch()];
        stages.add(new CopyRow(from, copy));
        return copy;
    }

    /** {@code [vectors][words][lanes]}, made once for all shares of the layer. */
    private long[] packed() {
        if (packed == null) {
            long[] weights = layer.weights().toArray();
            int longLanes = bits / Long.SIZE;
            packed = new long[Math.multiplyExact(pitch, words)];
            for (int vector = 0; vector < vectors; vector++) {
                for (int lane = 0; lane < longLanes; lane++) {
                    int channel = CountArguments.channel(vector, lane, longLanes);
                    for (int k = 0; channel < layer.outChannels() && k < words; k++) {
                        packed[(vector * words + k) * longLanes + lane] =
                                weights[channel * words + k];
                    }
                }
            }
        }
        return packed;
    }
}
