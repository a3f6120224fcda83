package dev.jink.kernels.vector;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import dev.jink.kernels.FloatTensor;

import java.lang.foreign.MemorySegment;

/**
 * The 2x2 means of a few pixels for a shortcut, repeated over the out channels. A plain loop, which C2
 * turns into vectors by itself: written with vectors it was boxed now and then in a JVM that had run
 * several widths.
 */
final class PoolStage implements Stage {
    /**
     * @param in {@code [h][w][pitch]}. Not modified.
     * @param pooled {@code [pixels][pooledPitch]}. Modified.
     * @param pooledPitch room for the in and for the out channels, in whole vectors
     * @param width columns of the output
     * @param outChannels channel c is pooled channel c % in channels
     */
    record Arguments(FloatTensor in, float[] pooled, int pooledPitch, int width, int outChannels) {}

    private final FloatTensor in;
    private final int height;
    private final int inWidth;
    private final int inChannels;
    private final float[] upper;
    private final float[] lower;
    private final float[] pooled;
    private final int pooledPitch;
    private final int width;
    private final int outChannels;

    PoolStage(Arguments arguments) {
        in = arguments.in();
        height = in.shape().height();
        inWidth = in.shape().width();
        inChannels = in.shape().channels();
        upper = new float[inWidth * in.pitch()];
        lower = new float[inWidth * in.pitch()];
        pooled = arguments.pooled();
        pooledPitch = arguments.pooledPitch();
        width = arguments.width();
        outChannels = arguments.outChannels();
    }

    @Override
    public void run(int first, int pixels) {
        int done = 0;
        while (done < pixels) {
            int y = (first + done) / width;
            int x = (first + done) % width;
            int beside = Math.min(width - x, pixels - done);
            poolRow(y, x, beside, done * pooledPitch);
            done += beside;
        }
    }

    private void poolRow(int y, int x, int count, int to) {
        int left = 2 * x;
        int columns = Math.min(2 * count, inWidth - left);
        copyRow(2 * y, left, columns, upper);
        copyRow(Math.min(2 * y + 1, height - 1), left, columns, lower);
        for (int i = 0; i < count; i++) {
            mean(2 * i * in.pitch(), Math.min(2 * i + 1, columns - 1) * in.pitch(), to);
            for (int c = inChannels; c < outChannels; c++) {
                pooled[to + c] = pooled[to + c - inChannels];
            }
            to += pooledPitch;
        }
    }

    private void copyRow(int y, int left, int columns, float[] row) {
        long from = (long) in.index(y, left) * Float.BYTES;
        MemorySegment.copy(in.floats(), JAVA_FLOAT, from, row, 0, columns * in.pitch());
    }

    private void mean(int left, int right, int to) {
        float[] a = upper;
        float[] b = lower;
        float[] mean = pooled;
        for (int c = 0; c < inChannels; c++) {
            mean[to + c] = ((a[left + c] + a[right + c]) + (b[left + c] + b[right + c])) * 0.25f;
        }
    }
}
