package dev.jink.kernels.vector;

import dev.jink.kernels.BitTensor;
import dev.jink.kernels.Buffers;
import dev.jink.kernels.FloatTensor;
import dev.jink.kernels.LayerKernel;
import dev.jink.kernels.Shape;
import dev.jink.kernels.plan.BinaryConv;

import java.util.ArrayList;
import java.util.List;

/** A binary convolution: patches, counts, dot products, shortcut, epilogue. */
final class BinaryKernel implements LayerKernel {
    private final BinaryConv layer;
    private final Shape out;
    private final int bits;
    private final int lanes;
    private final int words;
    private final int groups;
    private final boolean carrySave;

    BinaryKernel(BinaryConv layer, int bits) {
        this.layer = layer;
        this.bits = bits;
        out = layer.out();
        lanes = bits / Float.SIZE;
        words = layer.weights().length / layer.outChannels();
        groups = ChannelConstants.groups(layer.outChannels(), lanes);
        carrySave = bits < 512 && words >= CarrySaveCounts.ROUND;
    }

    @Override
    public String name() {
        return carrySave ? "carry-save 9" : "tile 4x2";
    }

    @Override
    public String why() {
        if (bits == 512) {
            return "vector population count";
        }
        return carrySave ? "no vector population count" : "fewer than 9 words";
    }

    @Override
    public Step bind(Buffers io) {
        int width = out.width();
        long[] patches = new long[Math.multiplyExact(width, words)];
        long[] counts = new long[Math.multiplyExact(width, groups * lanes)];
        float[] dots = new float[counts.length];
        BitPatches gather = new BitPatches(layer, io.bitsIn(), patches);
        List<RowKernel> stages = new ArrayList<>();
        stages.add(gather);
        stages.add(
                Specializer.make(
                        carrySave ? CarrySaveCounts.class : TileCounts.class,
                        bits,
                        new CountArguments(patches, packed(), counts, width, words, 2 * groups)));
        stages.add(
                Specializer.make(
                        DotRow.class, bits, new DotRow.Arguments(counts, dots, layer.taps())));
        float[] added = appendShortcut(stages, io);
        float[] constants =
                ChannelConstants.pack(
                        lanes, layer.scale(), layer.bias(), layer.activation(), io.shiftOut());
        RowOutput.append(stages, bits, out, dots, constants, added, io);
        BitTensor bitsOut = io.bitsOut();
        return new RowSteps(
                () -> {
                    gather.take();
                    RowOutput.clear(bitsOut);
                },
                out.height(),
                stages.toArray(RowKernel[]::new));
    }

    private float[] appendShortcut(List<RowKernel> stages, Buffers io) {
        return switch (layer.shortcut()) {
            case NONE -> RowOutput.nothing(out);
            case IDENTITY -> {
                float[] row = new float[out.width() * io.floatsIn().pitch()];
                stages.add(new CopyRow(io.floatsIn(), row));
                yield row;
            }
            case POOL2 -> {
                int most = Math.max(layer.outChannels(), layer.in().channels());
                int pitch = FloatTensor.paddedPitch(most);
                float[] row = new float[out.width() * pitch];
                PoolRow.Arguments arguments =
                        new PoolRow.Arguments(
                                io.floatsIn(), row, pitch, out.width(), layer.outChannels());
                stages.add(Specializer.make(PoolRow.class, bits, arguments));
                yield row;
            }
        };
    }

    private long[] packed() {
        long[] weights = layer.weights();
        int longLanes = bits / Long.SIZE;
        long[] packed = new long[Math.multiplyExact(groups * lanes, words)];
        for (int vector = 0; vector < 2 * groups; vector++) {
            for (int lane = 0; lane < longLanes; lane++) {
                int channel = CountArguments.channel(vector, lane, longLanes);
                for (int k = 0; channel < layer.outChannels() && k < words; k++) {
                    packed[(vector * words + k) * longLanes + lane] = weights[channel * words + k];
                }
            }
        }
        return packed;
    }
}
