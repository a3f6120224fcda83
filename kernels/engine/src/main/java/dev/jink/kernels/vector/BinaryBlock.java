package dev.jink.kernels.vector;

import dev.jink.kernels.BitLayout;
import dev.jink.kernels.Buffers;
import dev.jink.kernels.FloatTensor;
import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.RPReLU;
import dev.jink.kernels.plan.Shortcut;

import java.util.Arrays;
import java.util.List;

/** The stages of a block of out channels of a binary convolution: counts, and what they become. */
final class BinaryBlock {
    private final BinaryConv layer;
    private final Buffers io;
    private final int bits;
    private final boolean carrySave;
    private final int stretch;
    private final int channel;
    private final int channels;
    private final int planes;
    private final int words;
    private final int pitch;
    private long[] counts;

    /**
     * @param stretch most pixels at a time
     * @param channel first of the block, a multiple of 64
     * @param channels of the block
     */
    BinaryBlock(
            BinaryConv layer,
            Buffers io,
            int bits,
            boolean carrySave,
            int stretch,
            int channel,
            int channels) {
        this.layer = layer;
        this.io = io;
        this.bits = bits;
        this.stretch = stretch;
        this.channel = channel;
        this.channels = channels;
        planes = layer.quantizer().bits();
        words = layer.window().taps() * layer.groupWords();
        this.carrySave = carrySave;
        int lanes = bits / Float.SIZE;
        pitch = ChannelConstants.groups(channels, lanes) * lanes;
    }

    /**
     * All stages from the words under the kernel to the slab.
     *
     * @param gathers what lays the words side by side, one for each group; none when an earlier
     *     block's has done it
     * @param packed weights of the whole layer
     * @param folded or null, when not only signs are read
     */
    void append(
            List<Stage> stages,
            List<BitPatches> gathers,
            long[] patches,
            long[] packed,
            Thresholds folded) {
        FloatRows direct = folded == null ? directAddend() : null;
        if (direct != null && words <= FewWords.MOST && layer.groups() == 1) {
            stages.addAll(gathers);
            appendFewWords(stages, patches, packed, direct);
            return;
        }
        appendCounts(stages, gathers, patches, packed);
        if (folded != null) {
            appendSigns(stages, folded);
        } else if (direct != null) {
            appendDirect(stages, direct);
        } else {
            appendValues(stages);
        }
    }

    private void appendCounts(
            List<Stage> stages, List<BitPatches> gathers, long[] patches, long[] packed) {
        counts = new long[Math.multiplyExact(stretch * planes, pitch)];
        int longLanes = bits / Long.SIZE;
        int base = channel / longLanes;
        int vectors = pitch / longLanes;
        int vectorsOfGroup = vectors / layer.groups();
        for (int group = 0; group < layer.groups(); group++) {
            if (!gathers.isEmpty()) {
                stages.add(gathers.get(group));
            }
            stages.add(
                    Specializer.make(
                            carrySave ? CarrySaveCounts.class : TileCounts.class,
                            bits,
                            new CountArguments(
                                    patches,
                                    packed,
                                    counts,
                                    planes,
                                    words,
                                    base,
                                    base + group * vectorsOfGroup,
                                    base + (group + 1) * vectorsOfGroup,
                                    vectors)));
        }
    }

    /** Straight to signs. */
    private void appendSigns(List<Stage> stages, Thresholds folded) {
        int firstWord = channel / BitLayout.WORD_BITS;
        int blockWords = BitLayout.words(channels);
        long[] signs = newSigns();
        stages.add(
                Specializer.make(
                        SignStage.class,
                        bits,
                        new SignStage.Arguments(
                                counts,
                                Arrays.copyOfRange(folded.limits(), channel, channel + pitch),
                                Arrays.copyOfRange(
                                        folded.flips(), firstWord, firstWord + blockWords),
                                signs,
                                planes)));
        stages.add(store(signs));
    }

    /** By dot products, shortcut and epilogue to floats, signs, or both. */
    private void appendValues(List<Stage> stages) {
        float[] dots = new float[stretch * pitch];
        int largest = layer.quantizer().top() * layer.taps();
        stages.add(
                Specializer.make(
                        DotStage.class,
                        bits,
                        new DotStage.Arguments(counts, dots, pitch, planes, largest)));
        float[] added = appendShortcut(stages);
        float[] constants = constants();
        OutputStages.append(
                stages, bits, layer.out(), channel, channels, stretch, dots, constants, added, io);
    }

    private float[] constants() {
        RPReLU all = layer.activation();
        float[] shiftOut = io.shiftOut();
        return ChannelConstants.pack(
                bits / Float.SIZE,
                part(layer.scale()),
                part(layer.bias()),
                new RPReLU(part(all.gamma()), part(all.beta()), part(all.zeta())),
                shiftOut == null ? null : part(shiftOut));
    }

    /** What a stage can add on its way from slab to slab, or null where it takes more steps. */
    private FloatRows directAddend() {
        if (planes > 1 || io.floatsOut() != null && !isPadded(io.floatsOut())) {
            return null;
        }
        FloatTensor other =
                switch (layer.shortcut()) {
                    case IDENTITY -> io.floatsIn();
                    case OTHER -> io.otherIn();
                    default -> null;
                };
        if (layer.shortcut() == Shortcut.NONE) {
            return FloatRows.nothing(layer.outChannels());
        }
        return isPadded(other) ? FloatRows.of(other) : null;
    }

    private FloatRows directValues() {
        return io.floatsOut() == null
                ? FloatRows.sink(layer.outChannels())
                : FloatRows.of(io.floatsOut());
    }

    /** Whether a vector may hang over the last channel. */
    private static boolean isPadded(FloatTensor tensor) {
        return tensor != null && tensor.pitch() % FloatTensor.LANES == 0;
    }

    private void appendFewWords(
            List<Stage> stages, long[] patches, long[] packed, FloatRows added) {
        long[] signs = newSigns();
        stages.add(
                Specializer.make(
                        FewWords.class,
                        new Specializer.Traits(bits, words, layer.activation().isLinear()),
                        new FewWords.Arguments(
                                patches,
                                packed,
                                constants(),
                                added,
                                directValues(),
                                signs,
                                channel,
                                channels,
                                layer.taps())));
        stages.add(store(signs));
    }

    private void appendDirect(List<Stage> stages, FloatRows added) {
        long[] signs = newSigns();
        stages.add(
                Specializer.make(
                        ValueStage.class,
                        new Specializer.Traits(bits, 0, layer.activation().isLinear()),
                        new ValueStage.Arguments(
                                counts,
                                constants(),
                                added,
                                directValues(),
                                signs,
                                channel,
                                channels,
                                layer.taps())));
        stages.add(store(signs));
    }

    private long[] newSigns() {
        return new long[stretch * BitLayout.words(channels)];
    }

    /** The block's signs to the slab. */
    private StoreStage store(long[] signs) {
        return new StoreStage(
                null,
                io.bitsOut(),
                channel,
                new float[0],
                0,
                signs,
                BitLayout.words(channels),
                layer.out().width());
    }

    private float[] part(float[] all) {
        return Arrays.copyOfRange(all, channel, channel + channels);
    }

    private float[] appendShortcut(List<Stage> stages) {
        return switch (layer.shortcut()) {
            case NONE -> OutputStages.nothing(stretch, channels);
            case IDENTITY -> appendCopy(stages, io.floatsIn());
            case OTHER -> appendCopy(stages, io.otherIn());
            case POOL2 -> {
                int most = Math.max(layer.outChannels(), layer.in().channels());
                int pooledPitch = FloatTensor.paddedPitch(most);
                float[] pooled = new float[stretch * pooledPitch];
                PoolStage.Arguments arguments =
                        new PoolStage.Arguments(
                                io.floatsIn(),
                                pooled,
                                pooledPitch,
                                layer.out().width(),
                                layer.outChannels());
                stages.add(new PoolStage(arguments));
                yield pooled;
            }
        };
    }

    private float[] appendCopy(List<Stage> stages, FloatTensor from) {
        int copied = FloatTensor.paddedPitch(channels);
        float[] copy = new float[stretch * copied];
        stages.add(new CopyStage(from, channel, copy, copied));
        return copy;
    }
}
