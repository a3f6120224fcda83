package dev.jink.kernels.vector;

import dev.jink.kernels.BitLayout;
import dev.jink.kernels.BitTensor;
import dev.jink.kernels.Buffers;
import dev.jink.kernels.LayerKernel;
import dev.jink.kernels.Shape;
import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.Shortcut;

import java.util.ArrayList;
import java.util.List;

/** A binary convolution: patches, counts, dot products, shortcut, epilogue. */
final class BinaryKernel implements LayerKernel {
    /** A multiple of 64; a pixel of these takes 5 KB in all stages. */
    private static final int BLOCK_CHANNELS = 256;

    /** Pixels at a time, whole tiles, where counts stay in registers and rows where they are. */
    private static final int SIGNS_STRETCH = 40 * TileSigns.COLUMNS;

    private final BinaryConv layer;
    private final Shape out;
    private final int bits;
    private final int lanes;
    private final int words;
    private final int pitch;
    private final int vectors;
    private final boolean carrySave;
    private final boolean vectorCount;
    private final boolean tileSigns;
    private long[] packed;
    private String name;

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
        tileSigns =
                vectorCount
                        && SignTiles.canTake(bits, layer.quantizer().bits())
                        && out.height() * out.width() >= TileSigns.COLUMNS;
        name = carrySave ? "carry-save 9" : "tile 4x2";
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
        return name;
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
        Thresholds folded = foldedThresholds(io);
        return folded != null && tileSigns
                ? bindSigns(io, folded, fromRow, toRow)
                : bindBlocks(io, folded, fromRow, toRow);
    }

    /** Signs are all that is read: counts stay in registers. */
    private Step bindSigns(Buffers io, Thresholds folded, int fromRow, int toRow) {
        name = "tile 6x4 to signs";
        int planes = layer.quantizer().bits();
        int signWords = BitLayout.words(layer.outChannels());
        int pixels = (toRow - fromRow) * out.width();
        int stretch = Math.min(pixels, SIGNS_STRETCH);
        BitRows rows = new BitRows(layer, io.bitsIn(), fromRow, toRow);
        long[] signs = new long[(stretch + TileSigns.COLUMNS) * signWords];
        long[] limits = SignTiles.limits(folded, bits);
        if (packed == null) {
            packed = SignTiles.pack(layer, words, bits);
        }
        List<Stage> stages = new ArrayList<>();
        int outOfGroup = layer.outChannels() / layer.groups();
        for (int group = 0; group < layer.groups(); group++) {
            stages.add(
                    Specializer.make(
                            TileSigns.class,
                            new Specializer.Traits(bits, planes, false),
                            new TileSigns.Arguments(
                                    rows,
                                    SignTiles.offsets(layer, rows.layout(), group),
                                    packed,
                                    limits,
                                    folded.flips(),
                                    signs,
                                    stretch,
                                    group * outOfGroup,
                                    (group + 1) * outOfGroup)));
        }
        stages.add(
                new StoreStage(
                        null, io.bitsOut(), 0, new float[0], 0, signs, signWords, out.width()));
        return stages(io, rows, stages, stretch, fromRow, toRow);
    }

    private Step bindBlocks(Buffers io, Thresholds folded, int fromRow, int toRow) {
        int planes = layer.quantizer().bits();
        int block = blockChannels();
        int bytesOfPixel = planes * (words + block) * Long.BYTES + 3 * block * Float.BYTES;
        int stretch =
                Stages.stretch((toRow - fromRow) * out.width(), bytesOfPixel, TileCounts.COLUMNS);
        long[] patches = new long[Math.multiplyExact(stretch * planes, words)];
        BitRows rows = new BitRows(layer, io.bitsIn(), fromRow, toRow);
        List<BitPatches> gathers = gathers(rows, stretch, patches);
        List<Stage> stages = new ArrayList<>();
        for (int channel = 0; channel < layer.outChannels(); channel += block) {
            int channels = Math.min(block, layer.outChannels() - channel);
            new BinaryBlock(layer, io, bits, carrySave, stretch, channel, channels)
                    .append(stages, channel == 0 ? gathers : List.of(), patches, packed(), folded);
        }
        return stages(io, rows, stages, stretch, fromRow, toRow);
    }

    private List<BitPatches> gathers(BitRows rows, int stretch, long[] patches) {
        List<BitPatches> gathers = new ArrayList<>();
        for (int group = 0; group < layer.groups(); group++) {
            gathers.add(new BitPatches(layer, rows, group, stretch, patches));
        }
        return gathers;
    }

    private Stages stages(
            Buffers io, BitRows rows, List<Stage> stages, int stretch, int fromRow, int toRow) {
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

    /** Out channels that go through all stages together, so that they stay in the cache. */
    private int blockChannels() {
        boolean whole = layer.groups() > 1 || layer.shortcut() == Shortcut.POOL2;
        return whole ? pitch : Math.min(pitch, BLOCK_CHANNELS);
    }

    private Thresholds foldedThresholds(Buffers io) {
        boolean signsOnly = io.floatsOut() == null && layer.shortcut() == Shortcut.NONE;
        return signsOnly ? Thresholds.of(layer, io.shiftOut(), pitch) : null;
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
