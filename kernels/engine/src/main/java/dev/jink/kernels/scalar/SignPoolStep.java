package dev.jink.kernels.scalar;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.jink.kernels.BitLayout;
import dev.jink.kernels.BitTensor;
import dev.jink.kernels.Buffers;
import dev.jink.kernels.LayerKernel.Step;
import dev.jink.kernels.plan.Pool;
import dev.jink.kernels.plan.Window;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * A maximum of which only signs are read: negative (1) where all under the window are negative, an
 * AND of packed bits, 64 channels at a time. First down the columns of a row's window, then along.
 */
final class SignPoolStep implements Step {
    private final Pool layer;
    private final BitTensor in;
    private final BitTensor out;
    private final int fromRow;
    private final int toRow;
    private final int words;
    private final long[] row;
    private final long[] columns;
    private final long[] pooled;

    SignPoolStep(Pool layer, Buffers io, int fromRow, int toRow) {
        this.layer = layer;
        this.fromRow = fromRow;
        this.toRow = toRow;
        in = io.bitsIn();
        out = io.bitsOut();
        words = BitLayout.words(layer.in().channels());
        row = new long[layer.in().width() * words];
        columns = new long[row.length];
        pooled = new long[layer.out().width() * words];
    }

    @Override
    public void run() {
        out.clearBorder(fromRow, toRow);
        Window window = layer.window();
        int height = layer.in().height();
        for (int y = fromRow; y < toRow; y++) {
            int top = y * window.stride() - window.before();
            Arrays.fill(columns, -1L);
            for (int iy = Math.max(0, top); iy < Math.min(height, top + window.kernel()); iy++) {
                long from = in.layout().wordIndex(iy, 0) * Long.BYTES;
                MemorySegment.copy(in.words(), JAVA_LONG, from, row, 0, row.length);
                for (int i = 0; i < row.length; i++) {
                    columns[i] &= row[i];
                }
            }
            for (int x = 0; x < layer.out().width(); x++) {
                along(x);
            }
            long to = out.layout().wordIndex(y, 0) * Long.BYTES;
            MemorySegment.copy(pooled, 0, out.words(), JAVA_LONG, to, pooled.length);
        }
    }

    private void along(int x) {
        Window window = layer.window();
        int left = x * window.stride() - window.before();
        int first = Math.max(0, left);
        int end = Math.min(layer.in().width(), left + window.kernel());
        for (int w = 0; w < words; w++) {
            long all = -1L;
            for (int ix = first; ix < end; ix++) {
                all &= columns[ix * words + w];
            }
            pooled[x * words + w] = all;
        }
    }
}
