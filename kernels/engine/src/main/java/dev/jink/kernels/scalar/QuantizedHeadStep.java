package dev.jink.kernels.scalar;

import dev.jink.kernels.Buffers;
import dev.jink.kernels.FloatTensor;
import dev.jink.kernels.LayerKernel.Step;
import dev.jink.kernels.plan.QuantizedHead;

/** Rounds a pixel's activations once, then one integer dot product per output value. */
final class QuantizedHeadStep implements Step {
    private final QuantizedHead layer;
    private final float inverseStep;
    private final short[] weights;
    private final float[] scale;
    private final float[] bias;
    private final FloatTensor in;
    private final FloatTensor out;
    private final int fromRow;
    private final int toRow;
    private final float[] inRow;
    private final float[] outRow;
    private final short[] rounded;

    QuantizedHeadStep(QuantizedHead layer, Buffers io, int fromRow, int toRow) {
        this.layer = layer;
        inverseStep = layer.inverseStep();
        byte[] bytes = layer.weights();
        weights = new short[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            weights[i] = bytes[i];
        }
        scale = layer.scale();
        bias = layer.bias();
        in = io.floatsIn();
        out = io.floatsOut();
        this.fromRow = fromRow;
        this.toRow = toRow;
        inRow = FloatRows.row(in);
        outRow = FloatRows.row(out);
        rounded = new short[layer.in().channels()];
    }

    @Override
    public void run() {
        for (int y = fromRow; y < toRow; y++) {
            FloatRows.read(in, y, inRow);
            for (int x = 0; x < out.shape().width(); x++) {
                for (int ic = 0; ic < rounded.length; ic++) {
                    float v = inRow[x * in.pitch() + ic];
                    rounded[ic] = (short) QuantizedHead.quantized(v, inverseStep);
                }
                for (int oc = 0; oc < layer.outChannels(); oc++) {
                    outRow[x * out.pitch() + oc] = scale[oc] * dot(oc) + bias[oc];
                }
            }
            FloatRows.write(outRow, out, y);
        }
    }

    private int dot(int oc) {
        int at = oc * rounded.length;
        int sum = 0;
        for (int ic = 0; ic < rounded.length; ic++) {
            sum += weights[at + ic] * rounded[ic];
        }
        return sum;
    }
}
