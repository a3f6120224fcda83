package dev.jink.kernels.scalar;

import dev.jink.kernels.Buffers;
import dev.jink.kernels.FloatTensor;
import dev.jink.kernels.LayerKernel.Step;
import dev.jink.kernels.plan.Upsample;

/** More pixels, a row at a time, all channels of a pixel in one loop. */
final class UpsampleStep implements Step {
    private final Upsample layer;
    private final FloatTensor in;
    private final FloatTensor out;
    private final int fromRow;
    private final int toRow;
    private final float[] upper;
    private final float[] lower;
    private final float[] outRow;

    UpsampleStep(Upsample layer, Buffers io, int fromRow, int toRow) {
        this.layer = layer;
        this.fromRow = fromRow;
        this.toRow = toRow;
        in = io.floatsIn();
        out = io.floatsOut();
        upper = FloatRows.row(in);
        lower = FloatRows.row(in);
        outRow = FloatRows.row(out);
    }

    @Override
    public void run() {
        for (int y = fromRow; y < toRow; y++) {
            if (layer.kind() == Upsample.Kind.NEAREST) {
                FloatRows.read(in, y / layer.factor(), upper);
                repeat();
            } else {
                float position = Upsample.position(y, layer.factor());
                int top = (int) position;
                FloatRows.read(in, top, upper);
                FloatRows.read(in, Math.min(top + 1, in.shape().height() - 1), lower);
                blend(position - top);
            }
            FloatRows.write(outRow, out, y);
        }
    }

    private void repeat() {
        int channels = out.shape().channels();
        for (int x = 0; x < out.shape().width(); x++) {
            System.arraycopy(
                    upper, x / layer.factor() * in.pitch(), outRow, x * out.pitch(), channels);
        }
    }

    private void blend(float down) {
        for (int x = 0; x < out.shape().width(); x++) {
            float position = Upsample.position(x, layer.factor());
            int left = (int) position;
            int right = Math.min(left + 1, in.shape().width() - 1);
            blend(left * in.pitch(), right * in.pitch(), position - left, down, x * out.pitch());
        }
    }

    private void blend(int left, int right, float along, float down, int to) {
        for (int c = 0; c < out.shape().channels(); c++) {
            float a = upper[left + c];
            float b = lower[left + c];
            a = a + (upper[right + c] - a) * along;
            b = b + (lower[right + c] - b) * along;
            outRow[to + c] = a + (b - a) * down;
        }
    }
}
