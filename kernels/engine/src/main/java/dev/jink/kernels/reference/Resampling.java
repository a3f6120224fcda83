package dev.jink.kernels.reference;

import dev.jink.kernels.Shape;
import dev.jink.kernels.plan.Pool;
import dev.jink.kernels.plan.Upsample;
import dev.jink.kernels.plan.Window;

/** The part of the reference that makes fewer or more pixels. Tensors are dense [h][w][c]. */
final class Resampling {
    private Resampling() {}

    static float[] pool(Pool layer, float[] x) {
        Shape in = layer.in();
        Shape out = layer.out();
        Window window = layer.window();
        float[] y = new float[out.elements()];
        for (int o = 0; o < y.length; o++) {
            int c = o % out.channels();
            int ox = o / out.channels() % out.width();
            int oy = o / out.channels() / out.width();
            float sum = 0;
            float max = Float.NEGATIVE_INFINITY;
            int count = 0;
            for (int ky = 0; ky < window.kernel(); ky++) {
                for (int kx = 0; kx < window.kernel(); kx++) {
                    int iy = oy * window.stride() + ky * window.dilation() - window.before();
                    int ix = ox * window.stride() + kx * window.dilation() - window.before();
                    if (iy < 0 || iy >= in.height() || ix < 0 || ix >= in.width()) {
                        continue;
                    }
                    float v = x[(iy * in.width() + ix) * in.channels() + c];
                    sum = count == 0 ? v : sum + v;
                    max = Math.max(max, v);
                    count++;
                }
            }
            y[o] = layer.kind() == Pool.Kind.MAX ? max : sum * (1f / count);
        }
        return y;
    }

    static float[] upsample(Upsample layer, float[] x) {
        Shape in = layer.in();
        Shape out = layer.out();
        int factor = layer.factor();
        float[] y = new float[out.elements()];
        for (int o = 0; o < y.length; o++) {
            int c = o % out.channels();
            int ox = o / out.channels() % out.width();
            int oy = o / out.channels() / out.width();
            if (layer.kind() == Upsample.Kind.NEAREST) {
                y[o] = at(in, x, oy / factor, ox / factor, c);
                continue;
            }
            float py = Upsample.position(oy, factor);
            float px = Upsample.position(ox, factor);
            int top = (int) py;
            int left = (int) px;
            int bottom = Math.min(top + 1, in.height() - 1);
            int right = Math.min(left + 1, in.width() - 1);
            float upper = blend(at(in, x, top, left, c), at(in, x, top, right, c), px - left);
            float lower = blend(at(in, x, bottom, left, c), at(in, x, bottom, right, c), px - left);
            y[o] = blend(upper, lower, py - top);
        }
        return y;
    }

    private static float at(Shape in, float[] x, int y, int column, int c) {
        return x[(y * in.width() + column) * in.channels() + c];
    }

    private static float blend(float a, float b, float f) {
        return a + (b - a) * f;
    }
}
