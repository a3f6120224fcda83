package dev.jink.kernels.vector;

import dev.jink.kernels.BitTensor;
import dev.jink.kernels.Buffers;
import dev.jink.kernels.LayerKernel;
import dev.jink.kernels.Shape;
import dev.jink.kernels.plan.InputConv;

import java.util.ArrayList;
import java.util.List;

/** An input convolution: centred picture, exact float sums, epilogue. */
final class InputKernel implements LayerKernel {
    private static final int EXACT_FLOAT = 1 << 24;

    private final InputConv layer;
    private final Shape out;
    private final int bits;
    private final int lanes;
    private final int sumGroups;

    InputKernel(InputConv layer, int bits) {
        this.layer = layer;
        this.bits = bits;
        out = layer.out();
        lanes = bits / Float.SIZE;
        // The tile works on two vectors at a time.
        sumGroups = (ChannelConstants.groups(layer.outChannels(), lanes) + 1) & ~1;
    }

    /**
     * Whether every sum, however far it has come, is an integer that a float holds: the largest
     * possible one is the sum of |weight| times the largest |pixel - zeroPoint|.
     */
    static boolean sumsFitFloat(InputConv layer) {
        byte[] weights = layer.weights();
        long largestPixel = Math.max(layer.zeroPoint(), 255 - layer.zeroPoint());
        for (int first = 0; first < weights.length; first += layer.taps()) {
            long sum = 0;
            for (int k = 0; k < layer.taps(); k++) {
                sum += Math.abs(weights[first + k]);
            }
            if (sum * largestPixel > EXACT_FLOAT) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String name() {
        return "float tile 4x2";
    }

    @Override
    public String why() {
        return "sums stay below 2^24";
    }

    @Override
    public Step bind(Buffers io, int fromRow, int toRow) {
        int width = out.width();
        int stretch =
                Stages.stretch((toRow - fromRow) * width, 3 * sumGroups * lanes * Float.BYTES);
        float[] picture = new float[CentredPicture.floats(layer)];
        float[] sums = new float[Math.multiplyExact(stretch, sumGroups * lanes)];
        int rowFloats = CentredPicture.rowFloats(layer);
        List<Stage> stages = new ArrayList<>();
        stages.add(
                Specializer.make(
                        InputSums.class,
                        bits,
                        new InputSums.Arguments(
                                picture,
                                rowFloats * layer.stride(),
                                layer.in().channels() * layer.stride(),
                                tapOffsets(rowFloats),
                                packed(),
                                sums,
                                sumGroups,
                                width)));
        float[] constants =
                ChannelConstants.pack(
                        lanes, layer.scale(), layer.bias(), layer.activation(), io.shiftOut());
        int channels = out.channels();
        float[] nothing = OutputStages.nothing(stretch, channels);
        OutputStages.append(stages, bits, out, 0, channels, stretch, sums, constants, nothing, io);
        CentredPicture centred = new CentredPicture(layer, io.pixels(), picture, fromRow, toRow);
        BitTensor bitsOut = io.bitsOut();
        return new Stages(
                () -> {
                    centred.run();
                    if (bitsOut != null) {
                        bitsOut.clearBorder(fromRow, toRow);
                    }
                },
                fromRow * width,
                toRow * width,
                stretch,
                stages.toArray(Stage[]::new));
    }

    private int[] tapOffsets(int rowFloats) {
        int[] offsets = new int[layer.taps()];
        int rowTaps = layer.kernel() * layer.in().channels();
        for (int k = 0; k < offsets.length; k++) {
            offsets[k] = k / rowTaps * rowFloats + k % rowTaps;
        }
        return offsets;
    }

    private float[] packed() {
        byte[] weights = layer.weights();
        int taps = layer.taps();
        float[] packed = new float[Math.multiplyExact(sumGroups * lanes, taps)];
        for (int i = 0; i < weights.length; i++) {
            int channel = i / taps;
            int pair = channel / (2 * lanes);
            packed[(pair * taps + i % taps) * 2 * lanes + channel % (2 * lanes)] = weights[i];
        }
        return packed;
    }
}
