package dev.jink.kernels.scalar;

import dev.jink.kernels.Buffers;
import dev.jink.kernels.FloatTensor;
import dev.jink.kernels.Shape;
import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.Shortcut;

/** The real values that a binary convolution adds, pixel by pixel. */
final class ScalarShortcut {
    private final Shortcut kind;
    private final Shape in;
    private final FloatTensor from;
    private final float[] added;

    ScalarShortcut(BinaryConv layer, Buffers io) {
        kind = layer.shortcut();
        in = layer.in();
        from = kind == Shortcut.OTHER ? io.otherIn() : io.floatsIn();
        added = new float[layer.outChannels()];
    }

    /** {@code [oc]} for output pixel (y, x); the next call writes over it. */
    float[] at(int y, int x) {
        if (kind == Shortcut.POOL2) {
            pool(y, x);
        } else {
            int base = from.index(y, x);
            for (int oc = 0; oc < added.length; oc++) {
                added[oc] = from.get(base + oc);
            }
        }
        return added;
    }

    private void pool(int y, int x) {
        int below = Math.min(2 * y + 1, in.height() - 1);
        int right = Math.min(2 * x + 1, in.width() - 1);
        int a = from.index(2 * y, 2 * x);
        int b = from.index(2 * y, right);
        int c = from.index(below, 2 * x);
        int d = from.index(below, right);
        for (int oc = 0; oc < added.length; oc++) {
            int i = oc % in.channels();
            float upper = from.get(a + i) + from.get(b + i);
            float lower = from.get(c + i) + from.get(d + i);
            added[oc] = (upper + lower) * 0.25f;
        }
    }
}
