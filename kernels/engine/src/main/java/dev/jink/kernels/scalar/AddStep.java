package dev.jink.kernels.scalar;

import dev.jink.kernels.Buffers;
import dev.jink.kernels.FloatTensor;
import dev.jink.kernels.LayerKernel.Step;
import dev.jink.kernels.plan.Add;

/** The sum of two tensors and its activation, a row at a time. */
final class AddStep implements Step {
    private final float[] gamma;
    private final float[] beta;
    private final float[] zeta;
    private final FloatTensor in;
    private final FloatTensor other;
    private final FloatTensor out;
    private final int fromRow;
    private final int toRow;
    private final float[] inRow;
    private final float[] otherRow;
    private final float[] outRow;

    AddStep(Add layer, Buffers io, int fromRow, int toRow) {
        gamma = layer.activation().gamma();
        beta = layer.activation().beta();
        zeta = layer.activation().zeta();
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
                pixel(x * in.pitch(), x * other.pitch(), x * out.pitch());
            }
            FloatRows.write(outRow, out, y);
        }
    }

    private void pixel(int at, int otherAt, int to) {
        for (int c = 0; c < gamma.length; c++) {
            float u = inRow[at + c] + otherRow[otherAt + c] - gamma[c];
            outRow[to + c] = (u >= 0 ? u : beta[c] * u) + zeta[c];
        }
    }
}
