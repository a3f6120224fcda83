package dev.jink.kernels.scalar;

import dev.jink.kernels.Buffers;
import dev.jink.kernels.FloatTensor;
import dev.jink.kernels.LayerKernel.Step;
import dev.jink.kernels.plan.Concat;

/** Copies the channels of two tensors side by side, a row at a time. */
final class ConcatStep implements Step {
    private final int channels;
    private final int otherChannels;
    private final FloatTensor in;
    private final FloatTensor other;
    private final FloatTensor out;
    private final int fromRow;
    private final int toRow;
    private final float[] inRow;
    private final float[] otherRow;
    private final float[] outRow;

    ConcatStep(Concat layer, Buffers io, int fromRow, int toRow) {
        channels = layer.in().channels();
        otherChannels = layer.otherChannels();
        this.fromRow = fromRow;
        this.toRow = toRow;
        in = io.floatsIn();
        other = io.otherIn();
        out = io.floatsOut();
        inRow = FloatRows.row(in);
        otherRow = FloatRows.row(other);
        outRow = FloatRows.row(out);
    }

    @Override
    public void run() {
        for (int y = fromRow; y < toRow; y++) {
            FloatRows.read(in, y, inRow);
            FloatRows.read(other, y, otherRow);
            for (int x = 0; x < out.shape().width(); x++) {
                int to = x * out.pitch();
                System.arraycopy(inRow, x * in.pitch(), outRow, to, channels);
                System.arraycopy(otherRow, x * other.pitch(), outRow, to + channels, otherChannels);
            }
            FloatRows.write(outRow, out, y);
        }
    }
}
