package dev.jink.kernels.vector;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import dev.jink.kernels.FloatTensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;

/** The 2x2 means of a band for a shortcut, repeated over the out channels. */
final class PoolRow implements RowKernel {
    private static final VectorSpecies<Float> FLOATS =
            Species.floats(Species.bits(MethodHandles.lookup()));
    private static final int LANES = FLOATS.length();

    /**
     * @param in {@code [h][w][pitch]}. Not modified.
     * @param pooled {@code [rows][width][pooledPitch]}. Modified.
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

    PoolRow(Arguments arguments) {
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
    public void run(int y, int rows) {
        for (int row = 0; row < rows; row++) {
            copyRow(2 * (y + row), upper);
            copyRow(Math.min(2 * (y + row) + 1, height - 1), lower);
            poolRow(row * width * pooledPitch);
        }
    }

    private void poolRow(int first) {
        for (int x = 0; x < width; x++) {
            int to = first + x * pooledPitch;
            mean(2 * x * in.pitch(), Math.min(2 * x + 1, inWidth - 1) * in.pitch(), to);
            for (int c = inChannels; c < outChannels; c++) {
                pooled[to + c] = pooled[to + c - inChannels];
            }
        }
    }

    private void copyRow(int y, float[] row) {
        long from = (long) in.index(y, 0) * Float.BYTES;
        MemorySegment.copy(in.floats(), JAVA_FLOAT, from, row, 0, row.length);
    }

    private void mean(int left, int right, int to) {
        for (int c = 0; c < inChannels; c += LANES) {
            FloatVector.fromArray(FLOATS, upper, left + c)
                    .add(FloatVector.fromArray(FLOATS, upper, right + c))
                    .add(
                            FloatVector.fromArray(FLOATS, lower, left + c)
                                    .add(FloatVector.fromArray(FLOATS, lower, right + c)))
                    .mul(0.25f)
                    .intoArray(pooled, to + c);
        }
    }
}
