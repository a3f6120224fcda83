package dev.jink.kernels.scalar;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.jink.kernels.Buffers;
import dev.jink.kernels.LayerKernel.Step;
import dev.jink.kernels.Shape;
import dev.jink.kernels.plan.InputConv;

import java.lang.foreign.MemorySegment;

/** Centres the picture into a bordered array once, then plain integer dot products. */
final class ScalarInputConv implements Step {
    private final Shape in;
    private final Shape out;
    private final int stride;
    private final int pad;
    private final int zeroPoint;
    private final int rowTaps;
    private final int kernel;
    private final int rowInts;
    private final MemorySegment pixels;
    private final int[] weights;
    private final Epilogue epilogue;
    private final int[] centred;
    private final int[] patch;
    private final int[] sums;
    private final int fromRow;
    private final int toRow;

    ScalarInputConv(InputConv layer, Buffers io, int fromRow, int toRow) {
        this.fromRow = fromRow;
        this.toRow = toRow;
        in = layer.in();
        out = layer.out();
        stride = layer.stride();
        kernel = layer.kernel();
        pad = kernel / 2;
        zeroPoint = layer.zeroPoint();
        rowTaps = kernel * in.channels();
        rowInts = (in.width() + 2 * pad) * in.channels();
        pixels = io.pixels();
        byte[] bytes = layer.weights();
        weights = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            weights[i] = bytes[i];
        }
        epilogue = new Epilogue(layer.scale(), layer.bias(), layer.activation(), io);
        centred = new int[Math.multiplyExact(rowInts, in.height() + 2 * pad)];
        patch = new int[layer.taps()];
        sums = new int[out.channels()];
    }

    @Override
    public void run() {
        epilogue.begin(fromRow, toRow);
        centre();
        for (int y = fromRow; y < toRow; y++) {
            for (int x = 0; x < out.width(); x++) {
                int first = y * stride * rowInts + x * stride * in.channels();
                for (int ky = 0; ky < kernel; ky++) {
                    System.arraycopy(centred, first + ky * rowInts, patch, ky * rowTaps, rowTaps);
                }
                for (int oc = 0; oc < sums.length; oc++) {
                    sums[oc] = dot(oc * patch.length);
                }
                epilogue.finish(y, x, sums, null);
            }
        }
    }

    private void centre() {
        int rowPixels = in.width() * in.channels();
        int first = Math.max(0, fromRow * stride - pad);
        int end = Math.min(in.height(), (toRow - 1) * stride - pad + kernel);
        for (int y = first; y < end; y++) {
            int to = (y + pad) * rowInts + pad * in.channels();
            long from = (long) y * rowPixels;
            for (int i = 0; i < rowPixels; i++) {
                centred[to + i] = (pixels.get(JAVA_BYTE, from + i) & 0xFF) - zeroPoint;
            }
        }
    }

    private int dot(int row) {
        int sum = 0;
        for (int k = 0; k < patch.length; k++) {
            sum += patch[k] * weights[row + k];
        }
        return sum;
    }
}
