package dev.jink.kernels.vector;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.jink.kernels.plan.InputConv;

import java.lang.foreign.MemorySegment;

/**
 * The picture as floats around its zero point, with a border of zeros: {@code [h + 2 pad][(w + 2
 * pad) c]}. The border is never written and stays 0.
 */
final class CentredPicture implements Runnable {
    private final MemorySegment pixels;
    private final float[] floats;
    private final int first;
    private final int end;
    private final int rowPixels;
    private final int border;
    private final int pad;
    private final int rowFloats;
    private final float[] values = new float[256];

    /**
     * @param pixels u8 {@code [h][w][c]}. Not modified.
     * @param floats {@link #floats(InputConv)} zeros. Modified.
     * @param fromRow first output row that will be asked for
     * @param toRow the row behind the last
     */
    CentredPicture(InputConv layer, MemorySegment pixels, float[] floats, int fromRow, int toRow) {
        this.pixels = pixels;
        this.floats = floats;
        rowPixels = layer.in().width() * layer.in().channels();
        pad = layer.kernel() / 2;
        first = Math.max(0, fromRow * layer.stride() - pad);
        end = Math.min(layer.in().height(), (toRow - 1) * layer.stride() - pad + layer.kernel());
        border = pad * layer.in().channels();
        rowFloats = rowFloats(layer);
        for (int i = 0; i < values.length; i++) {
            values[i] = i - layer.zeroPoint();
        }
    }

    static int rowFloats(InputConv layer) {
        return (layer.in().width() + layer.kernel() - 1) * layer.in().channels();
    }

    static int floats(InputConv layer) {
        return Math.multiplyExact(rowFloats(layer), layer.in().height() + layer.kernel() - 1);
    }

    @Override
    public void run() {
        for (int y = first; y < end; y++) {
            long from = (long) y * rowPixels;
            int to = (y + pad) * rowFloats + border;
            for (int i = 0; i < rowPixels; i++) {
                int pixel = pixels.get(JAVA_BYTE, from + i) & 0xFF;
                floats[to + i] = values[pixel];
            }
        }
    }
}
