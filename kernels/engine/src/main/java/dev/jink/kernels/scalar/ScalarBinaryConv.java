package dev.jink.kernels.scalar;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.jink.kernels.BitLayout;
import dev.jink.kernels.Buffers;
import dev.jink.kernels.FloatTensor;
import dev.jink.kernels.LayerKernel.Step;
import dev.jink.kernels.Shape;
import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.Shortcut;

import java.lang.foreign.MemorySegment;

/** Gathers the K words under the kernel once per pixel, then one row of weights per channel. */
final class ScalarBinaryConv implements Step {
    private final Shape in;
    private final Shape out;
    private final int stride;
    private final int pad;
    private final int taps;
    private final Shortcut shortcut;
    private final BitLayout layout;
    private final MemorySegment words;
    private final int[] tapOffsets;
    private final long[] weights;
    private final FloatTensor floatsIn;
    private final Epilogue epilogue;
    private final long[] patch;
    private final int[] dots;
    private final float[] added;

    ScalarBinaryConv(BinaryConv layer, Buffers io) {
        in = layer.in();
        out = layer.out();
        stride = layer.stride();
        pad = layer.pad();
        taps = layer.taps();
        shortcut = layer.shortcut();
        layout = io.bitsIn().layout();
        words = io.bitsIn().words();
        tapOffsets = layout.tapOffsets(layer.kernel(), layer.dilation());
        weights = layer.weights();
        floatsIn = io.floatsIn();
        epilogue = new Epilogue(layer.scale(), layer.bias(), layer.activation(), io);
        patch = new long[tapOffsets.length];
        dots = new int[out.channels()];
        added = shortcut == Shortcut.NONE ? null : new float[out.channels()];
    }

    @Override
    public void run() {
        epilogue.begin();
        for (int y = 0; y < out.height(); y++) {
            for (int x = 0; x < out.width(); x++) {
                gather(layout.wordIndex(y * stride - pad, x * stride - pad));
                for (int oc = 0; oc < dots.length; oc++) {
                    dots[oc] = taps - 2 * differing(oc * patch.length);
                }
                switch (shortcut) {
                    case NONE -> {}
                    case IDENTITY -> take(y, x);
                    case POOL2 -> pool(y, x);
                }
                epilogue.finish(y, x, dots, added);
            }
        }
    }

    private void gather(long first) {
        for (int k = 0; k < patch.length; k++) {
            patch[k] = words.getAtIndex(JAVA_LONG, first + tapOffsets[k]);
        }
    }

    private int differing(int row) {
        int count = 0;
        for (int k = 0; k < patch.length; k++) {
            count += Long.bitCount(patch[k] ^ weights[row + k]);
        }
        return count;
    }

    private void take(int y, int x) {
        int base = floatsIn.index(y, x);
        for (int oc = 0; oc < added.length; oc++) {
            added[oc] = floatsIn.get(base + oc);
        }
    }

    private void pool(int y, int x) {
        int below = Math.min(2 * y + 1, in.height() - 1);
        int right = Math.min(2 * x + 1, in.width() - 1);
        int a = floatsIn.index(2 * y, 2 * x);
        int b = floatsIn.index(2 * y, right);
        int c = floatsIn.index(below, 2 * x);
        int d = floatsIn.index(below, right);
        for (int oc = 0; oc < added.length; oc++) {
            int i = oc % in.channels();
            float upper = floatsIn.get(a + i) + floatsIn.get(b + i);
            float lower = floatsIn.get(c + i) + floatsIn.get(d + i);
            added[oc] = (upper + lower) * 0.25f;
        }
    }
}
