package dev.jink.kernels.vector;

import dev.jink.kernels.BitLayout;
import dev.jink.kernels.Buffers;
import dev.jink.kernels.FloatTensor;
import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.RPReLU;

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
    private final long[] counts;

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
        counts = new long[Math.multiplyExact(stretch * planes, pitch)];
    }

    /**
     * From the words under the kernel to counts of differing bits.
     *
     * @param gathers what lays the words side by side, one for each group; none when an earlier
     *     block's has done it
     * @param packed weights of the whole layer
     */
    void appendCounts(List<Stage> stages, List<BitPatches> gathers, long[] patches, long[] packed) {
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
    void appendSigns(List<Stage> stages, Thresholds folded) {
        int firstWord = channel / BitLayout.WORD_BITS;
        int blockWords = BitLayout.words(channels);
        long[] signs = new long[stretch * blockWords];
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
        stages.add(
                new StoreStage(
                        null,
                        io.bitsOut(),
                        channel,
                        new float[0],
                        0,
                        signs,
                        blockWords,
                        layer.out().width()));
    }

    /** By dot products, shortcut and epilogue to floats, signs, or both. */
    void appendValues(List<Stage> stages) {
        FloatTensor other = shortcutTensor();
        if (planes == 1 && isPadded(other) && isPadded(io.floatsOut())) {
            appendDirect(stages, other);
            return;
        }
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

    /** The tensor that is added as it is, or null. */
    private FloatTensor shortcutTensor() {
        return switch (layer.shortcut()) {
            case IDENTITY -> io.floatsIn();
            case OTHER -> io.otherIn();
            default -> null;
        };
    }

    /** Whether a vector may hang over the last channel. */
    private static boolean isPadded(FloatTensor tensor) {
        return tensor != null && tensor.pitch() % FloatTensor.LANES == 0;
    }

    private void appendDirect(List<Stage> stages, FloatTensor other) {
        int blockWords = BitLayout.words(channels);
        long[] signs = new long[stretch * blockWords];
        stages.add(
                Specializer.make(
                        ValueStage.class,
                        bits,
                        new ValueStage.Arguments(
                                counts,
                                constants(),
                                other,
                                io.floatsOut(),
                                signs,
                                channel,
                                channels,
                                layer.taps())));
        stages.add(
                new StoreStage(
                        null,
                        io.bitsOut(),
                        channel,
                        new float[0],
                        0,
                        signs,
                        blockWords,
                        layer.out().width()));
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
