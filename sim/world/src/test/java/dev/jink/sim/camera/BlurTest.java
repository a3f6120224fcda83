package dev.jink.sim.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.SplittableRandom;

/** Rows and columns in few passes against each pixel's own sum. */
class BlurTest {
    @Test
    void shouldWeighEachPixelsNeighboursInTheOrderOfTheirDistance() {
        int[] sides = {1, 2, 3, 5, 13, 40, 67};
        for (int seed = 0; seed < 60; seed++) {
            int width = sides[seed % sides.length];
            int height = sides[seed / 2 % sides.length];
            double deviation = 0.1 + seed * 0.04;
            SplittableRandom random = new SplittableRandom(seed);
            float[] light = new float[width * height];
            for (int i = 0; i < light.length; i++) {
                light[i] = (float) random.nextDouble(0.01, 4);
            }
            SensorSettings settings =
                    new SensorSettings(0.42, 0, 0.3, 0.5, 0, 1, 0, deviation, 0, 0, 0, 0);
            float[] got = new Blur(width, height).of(light, settings);
            float[] taps = taps(deviation);
            float[] want =
                    weighed(weighed(light, width, height, 1, 0, taps), width, height, 0, 1, taps);
            for (int i = 0; i < want.length; i++) {
                String which = width + "x" + height + ", seed " + seed + " at " + i;
                assertEquals(want[i], got[i], 0f, which);
            }
        }
    }

    private static float[] taps(double deviation) {
        float[] taps = new float[Math.min(6, (int) Math.ceil(2.5 * deviation)) + 1];
        float sum = 0;
        for (int k = 0; k < taps.length; k++) {
            taps[k] = (float) Math.exp(-k * k / (2 * deviation * deviation));
            sum += k == 0 ? taps[k] : 2 * taps[k];
        }
        for (int k = 0; k < taps.length; k++) {
            taps[k] /= sum;
        }
        return taps;
    }

    private static float[] weighed(
            float[] in, int width, int height, int stepX, int stepY, float[] taps) {
        float[] out = new float[in.length];
        for (int i = 0; i < in.length; i++) {
            int x = i % width;
            int y = i / width;
            out[i] = taps[0] * in[i];
            for (int k = 1; k < taps.length; k++) {
                int less = Math.max(0, y - k * stepY) * width + Math.max(0, x - k * stepX);
                int more =
                        Math.min(height - 1, y + k * stepY) * width
                                + Math.min(width - 1, x + k * stepX);
                out[i] += taps[k] * (in[less] + in[more]);
            }
        }
        return out;
    }
}
