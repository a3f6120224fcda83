package dev.jink.kernels.scalar;

import dev.jink.kernels.Buffers;
import dev.jink.kernels.FloatTensor;
import dev.jink.kernels.LayerKernel.Step;
import dev.jink.kernels.plan.Pool;
import dev.jink.kernels.plan.Window;

/** A pool over floats: one pass over all channels for each pixel under the window. */
final class PoolStep implements Step {
    private final Pool layer;
    private final FloatTensor in;
    private final FloatTensor out;
    private final int fromRow;
    private final int toRow;
    private final float[][] inRows;
    private final float[] outRow;

    PoolStep(Pool layer, Buffers io, int fromRow, int toRow) {
        this.layer = layer;
        this.fromRow = fromRow;
        this.toRow = toRow;
        in = io.floatsIn();
        out = io.floatsOut();
        inRows = new float[layer.window().kernel()][];
        for (int ky = 0; ky < inRows.length; ky++) {
            inRows[ky] = FloatRows.row(in);
        }
        outRow = FloatRows.row(out);
    }

    @Override
    public void run() {
        Window window = layer.window();
        for (int y = fromRow; y < toRow; y++) {
            int top = y * window.stride() - window.before();
            int first = Math.max(0, -top);
            int end = Math.min(window.kernel(), in.shape().height() - top);
            for (int ky = first; ky < end; ky++) {
                FloatRows.read(in, top + ky, inRows[ky]);
            }
            for (int x = 0; x < out.shape().width(); x++) {
                pixel(x, first, end);
            }
            FloatRows.write(outRow, out, y);
        }
    }

    private void pixel(int x, int firstRow, int endRow) {
        Window window = layer.window();
        int left = x * window.stride() - window.before();
        int first = Math.max(0, -left);
        int end = Math.min(window.kernel(), in.shape().width() - left);
        int to = x * out.pitch();
        int channels = out.shape().channels();
        boolean begun = false;
        for (int ky = firstRow; ky < endRow; ky++) {
            for (int kx = first; kx < end; kx++) {
                int at = (left + kx) * in.pitch();
                if (!begun) {
                    System.arraycopy(inRows[ky], at, outRow, to, channels);
                    begun = true;
                } else if (layer.kind() == Pool.Kind.MAX) {
                    takeMax(inRows[ky], at, outRow, to, channels);
                } else {
                    add(inRows[ky], at, outRow, to, channels);
                }
            }
        }
        if (layer.kind() == Pool.Kind.AVERAGE) {
            float share = 1f / ((endRow - firstRow) * (end - first));
            for (int c = 0; c < channels; c++) {
                outRow[to + c] *= share;
            }
        }
    }

    private static void takeMax(float[] from, int at, float[] row, int to, int channels) {
        for (int c = 0; c < channels; c++) {
            row[to + c] = Math.max(row[to + c], from[at + c]);
        }
    }

    private static void add(float[] from, int at, float[] row, int to, int channels) {
        for (int c = 0; c < channels; c++) {
            row[to + c] += from[at + c];
        }
    }
}
