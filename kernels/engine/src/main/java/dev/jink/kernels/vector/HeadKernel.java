package dev.jink.kernels.vector;

import dev.jink.kernels.Buffers;
import dev.jink.kernels.FloatTensor;
import dev.jink.kernels.LayerKernel;
import dev.jink.kernels.plan.Head;

/** A head: the row in, its sums, the row out. */
final class HeadKernel implements LayerKernel {
    private final Head layer;
    private final int bits;
    private final int lanes;
    private final int inChannels;

    HeadKernel(Head layer, int bits) {
        this.layer = layer;
        this.bits = bits;
        lanes = bits / Float.SIZE;
        inChannels = layer.in().channels();
    }

    @Override
    public String name() {
        return "float tile 4x1";
    }

    @Override
    public String why() {
        return "sums in the reference's order";
    }

    @Override
    public Step bind(Buffers io, int fromRow, int toRow) {
        int width = layer.in().width();
        int band = RowSteps.band(toRow - fromRow, width);
        int inPitch = io.floatsIn().pitch();
        int outPitch = FloatTensor.paddedPitch(layer.outChannels());
        float[] in = new float[band * width * inPitch];
        float[] out = new float[band * width * outPitch];
        return new RowSteps(
                () -> {},
                fromRow,
                toRow,
                band,
                new CopyRow(io.floatsIn(), in),
                Specializer.make(
                        HeadRow.class,
                        bits,
                        new HeadRow.Arguments(
                                in, inPitch, inChannels, packed(), out, outPitch, width)),
                new StoreRow(io.floatsOut(), null, out, outPitch, new long[0]));
    }

    private float[] packed() {
        float[] weights = layer.weights();
        float[] bias = layer.bias();
        int group = (1 + inChannels) * lanes;
        float[] packed =
                new float
                        [Math.multiplyExact(
                                ChannelConstants.groups(layer.outChannels(), lanes), group)];
        for (int oc = 0; oc < bias.length; oc++) {
            int at = oc / lanes * group + oc % lanes;
            packed[at] = bias[oc];
            for (int ic = 0; ic < inChannels; ic++) {
                packed[at + (1 + ic) * lanes] = weights[oc * inChannels + ic];
            }
        }
        return packed;
    }
}
