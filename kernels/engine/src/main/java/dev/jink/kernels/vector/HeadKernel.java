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
        int inPitch = io.floatsIn().pitch();
        int outPitch = FloatTensor.paddedPitch(layer.outChannels());
        int stretch = Stages.stretch((toRow - fromRow) * width, (inPitch + outPitch) * Float.BYTES);
        float[] in = new float[stretch * inPitch];
        float[] out = new float[stretch * outPitch];
        return new Stages(
                () -> {},
                fromRow * width,
                toRow * width,
                stretch,
                new CopyStage(io.floatsIn(), 0, in, inPitch),
                Specializer.make(
                        HeadStage.class,
                        bits,
                        new HeadStage.Arguments(in, inPitch, inChannels, packed(), out, outPitch)),
                new StoreStage(io.floatsOut(), null, 0, out, outPitch, new long[0], 0, width));
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
