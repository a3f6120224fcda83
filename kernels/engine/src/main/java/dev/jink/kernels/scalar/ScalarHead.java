package dev.jink.kernels.scalar;

import dev.jink.kernels.Buffers;
import dev.jink.kernels.FloatTensor;
import dev.jink.kernels.LayerKernel.Step;
import dev.jink.kernels.plan.Head;

/** One dot product per output value, in the reference's order. */
final class ScalarHead implements Step {
    private final float[] weights;
    private final float[] bias;
    private final FloatTensor in;
    private final FloatTensor out;
    private final int first;
    private final int end;

    ScalarHead(Head layer, Buffers io, int fromRow, int toRow) {
        first = fromRow * layer.in().width();
        end = toRow * layer.in().width();
        weights = layer.weights();
        bias = layer.bias();
        in = io.floatsIn();
        out = io.floatsOut();
    }

    @Override
    public void run() {
        int inChannels = in.shape().channels();
        for (int pixel = first; pixel < end; pixel++) {
            for (int oc = 0; oc < bias.length; oc++) {
                float y = bias[oc];
                for (int ic = 0; ic < inChannels; ic++) {
                    y += weights[oc * inChannels + ic] * in.get(pixel * in.pitch() + ic);
                }
                out.set(pixel * out.pitch() + oc, y);
            }
        }
    }
}
