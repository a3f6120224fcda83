package dev.jink.sim.camera;

/** Smears light before it is measured: the lens's blur and the motion's. Reuses its two planes. */
final class Blur {
    private final int width;
    private final int height;
    private final float[] one;
    private final float[] two;
    private final float[] taps = new float[7];

    Blur(int width, int height) {
        this.width = width;
        this.height = height;
        one = new float[width * height];
        two = new float[width * height];
    }

    /** The blurred light: the argument itself when there is nothing to do, else a reused plane. */
    float[] of(float[] light, SensorSettings s) {
        float[] out = light;
        if (s.blurPx() > 0.05) {
            int reach = gauss(s.blurPx());
            along(out, two, reach);
            across(two, one, reach);
            out = one;
        }
        if (s.motionPx() > 0.5) {
            smear(out, two, s.motionPx(), s.motionRad());
            out = two;
        }
        return out;
    }

    /** Fills taps[0..reach], the centre first; returns reach. */
    private int gauss(double deviation) {
        int reach = Math.min(taps.length - 1, (int) Math.ceil(2.5 * deviation));
        float sum = 0;
        for (int k = 0; k <= reach; k++) {
            taps[k] = (float) Math.exp(-k * k / (2 * deviation * deviation));
            sum += k == 0 ? taps[k] : 2 * taps[k];
        }
        for (int k = 0; k <= reach; k++) {
            taps[k] /= sum;
        }
        return reach;
    }

    private void along(float[] in, float[] out, int reach) {
        float centre = taps[0];
        float next = taps[1];
        for (int row = 0; row < out.length; row += width) {
            // The first two taps in one pass, the others each in one of its own.
            for (int x = row + 1; x < row + width - 1; x++) {
                out[x] = centre * in[x] + next * (in[x - 1] + in[x + 1]);
            }
            out[row] = centre * in[row];
            out[row + width - 1] = centre * in[row + width - 1];
            edges(in, out, row, 1);
            for (int k = 2; k <= reach; k++) {
                float tap = taps[k];
                for (int x = row + k; x < row + width - k; x++) {
                    out[x] += tap * (in[x - k] + in[x + k]);
                }
                edges(in, out, row, k);
            }
        }
    }

    private void edges(float[] in, float[] out, int row, int k) {
        edge(in, out, row, 0, Math.min(k, width), k);
        edge(in, out, row, Math.max(k, width - k), width, k);
    }

    /** Beyond the picture's edge its last column goes on. */
    private void edge(float[] in, float[] out, int row, int fromX, int toX, int k) {
        for (int x = fromX; x < toX; x++) {
            int left = Math.max(0, x - k);
            int right = Math.min(width - 1, x + k);
            out[row + x] += taps[k] * (in[row + left] + in[row + right]);
        }
    }

    private void across(float[] in, float[] out, int reach) {
        float centre = taps[0];
        float next = taps[1];
        for (int y = 0; y < height; y++) {
            int row = y * width;
            int over = Math.max(0, y - 1) * width;
            int under = Math.min(height - 1, y + 1) * width;
            for (int x = 0; x < width; x++) {
                out[row + x] = centre * in[row + x] + next * (in[over + x] + in[under + x]);
            }
            for (int k = 2; k <= reach; k++) {
                add(in, out, row, Math.max(0, y - k), Math.min(height - 1, y + k), taps[k]);
            }
        }
    }

    private void add(float[] in, float[] out, int row, int overY, int underY, float tap) {
        int over = overY * width;
        int under = underY * width;
        for (int x = 0; x < width; x++) {
            out[row + x] += tap * (in[over + x] + in[under + x]);
        }
    }

    private void smear(float[] in, float[] out, double lengthPx, double directionRad) {
        int samples = Math.max(2, (int) Math.ceil(lengthPx)) | 1;
        double stepX = Math.cos(directionRad) * lengthPx / samples;
        double stepY = Math.sin(directionRad) * lengthPx / samples;
        float weight = 1f / samples;
        java.util.Arrays.fill(out, 0);
        for (int k = -samples / 2; k <= samples / 2; k++) {
            int shiftX = (int) Math.round(k * stepX);
            int shiftY = (int) Math.round(k * stepY);
            for (int y = 0; y < height; y++) {
                int from = Math.clamp(y + shiftY, 0, height - 1) * width;
                int row = y * width;
                for (int x = 0; x < width; x++) {
                    out[row + x] += weight * in[from + Math.clamp(x + shiftX, 0, width - 1)];
                }
            }
        }
    }
}
