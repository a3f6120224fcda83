package dev.jink.sim.camera;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

class SensorTest {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;
    private final Shot shot = new Shot(WIDTH, HEIGHT);
    private final Sensor sensor = new Sensor(WIDTH, HEIGHT);
    private final byte[] gray = new byte[WIDTH * HEIGHT];

    private double mean() {
        double sum = 0;
        for (byte g : gray) {
            sum += g & 0xff;
        }
        return sum / gray.length;
    }

    private static SensorSettings with(
            double ev, double adaptation, double gamma, double vignette, double blur) {
        return new SensorSettings(0.4, ev, adaptation, gamma, 0, 1, vignette, blur, 0, 0, 0, 0);
    }

    @Test
    void shouldExposeAnyLightToTheMeanWanted() {
        for (float light : new float[] {0.003f, 1, 4000}) {
            Arrays.fill(shot.luminance(), light);
            sensor.reset();
            sensor.expose(shot, SensorSettings.ideal(), 1, gray);
            assertEquals(0.4 * 255, mean(), 1.5);
            sensor.reset();
            sensor.expose(shot, with(0, 1, 0.5, 0, 0), 1, gray);
            assertEquals(0.4 * 255, mean(), 1.5);
        }
    }

    @Test
    void shouldClipWhatIsOverexposedAndDarkenWhatIsUnder() {
        for (int i = 0; i < gray.length; i++) {
            shot.luminance()[i] = i % WIDTH < 32 ? 1 : 0.2f;
        }
        sensor.expose(shot, with(3, 1, 1, 0, 0), 1, gray);
        assertEquals(255, gray[0] & 0xff);
        sensor.reset();
        sensor.expose(shot, with(-4, 1, 1, 0, 0), 1, gray);
        assertTrue((gray[0] & 0xff) < 20);
    }

    @Test
    void shouldFollowALightChangeAtTheSpeedSet() {
        Arrays.fill(shot.luminance(), 1);
        sensor.expose(shot, with(0, 0.5, 1, 0, 0), 1, gray);
        Arrays.fill(shot.luminance(), 0.25f);
        sensor.expose(shot, with(0, 0.5, 1, 0, 0), 1, gray);
        assertEquals(0.4 * 255 / 2, mean(), 1.5);
        sensor.expose(shot, with(0, 0.5, 1, 0, 0), 1, gray);
        assertEquals(0.4 * 255 / Math.sqrt(2), mean(), 1.5);
    }

    @Test
    void shouldDarkenCornersAndSoftenEdges() {
        Arrays.fill(shot.luminance(), 1);
        sensor.expose(shot, with(0, 1, 1, 0.6, 0), 1, gray);
        assertTrue((gray[0] & 0xff) < (gray[24 * WIDTH + 32] & 0xff) * 0.5);
        for (int i = 0; i < gray.length; i++) {
            shot.luminance()[i] = i % WIDTH < 32 ? 1 : 0;
        }
        sensor.reset();
        sensor.expose(shot, with(0, 1, 1, 0, 1), 1, gray);
        int edge = gray[24 * WIDTH + 32] & 0xff;
        assertTrue(edge > 20 && edge < (gray[24 * WIDTH + 20] & 0xff) - 20, "edge " + edge);
    }

    @Test
    void shouldSmearAlongTheMotionOnly() {
        Arrays.fill(shot.luminance(), 0);
        for (int y = 0; y < HEIGHT; y++) {
            shot.luminance()[y * WIDTH + 32] = 1;
        }
        SensorSettings along = new SensorSettings(0.1, 0, 1, 1, 0, 1, 0, 0, 7, Math.PI / 2, 0, 0);
        sensor.expose(shot, along, 1, gray);
        assertEquals(0, gray[24 * WIDTH + 30]);
        SensorSettings across = new SensorSettings(0.1, 0, 1, 1, 0, 1, 0, 0, 7, 0, 0, 0);
        sensor.reset();
        sensor.expose(shot, across, 1, gray);
        assertTrue((gray[24 * WIDTH + 30] & 0xff) > 10);
    }

    @Test
    void shouldRepeatNoiseWithItsSeedOnly() {
        Arrays.fill(shot.luminance(), 1);
        SensorSettings noisy = new SensorSettings(0.4, 0, 1, 1, 0, 1, 0, 0, 0, 0, 6, 6);
        sensor.expose(shot, noisy, 5, gray);
        byte[] first = gray.clone();
        double deviation = 0;
        for (byte g : gray) {
            deviation += Math.pow((g & 0xff) - mean(), 2);
        }
        assertEquals(6 + 6 * Math.sqrt(0.4), Math.sqrt(deviation / gray.length), 1);
        sensor.expose(shot, noisy, 5, gray);
        assertArrayEquals(first, gray);
        sensor.expose(shot, noisy, 6, gray);
        assertFalse(Arrays.equals(first, gray));
    }

    @Test
    void shouldGivePixelsOfEqualDrawsEqualNoise() {
        Arrays.fill(shot.luminance(), 1);
        sensor.expose(shot, new SensorSettings(0.4, 0, 1, 1, 0, 1, 0, 0, 0, 0, 20, 0), 5, gray);
        Map<Long, Byte> drawn = new HashMap<>();
        long state = 5 * 0x9E3779B97F4A7C15L + 0x1234567;
        for (byte g : gray) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            Byte before = drawn.put(state >>> 40 & 4095, g);
            assertTrue(before == null || before == g);
        }
        assertTrue(drawn.size() < gray.length - 500, "different draws: " + drawn.size());
    }

    @Test
    void shouldMeterLightPassByPass() {
        Random random = new Random(3);
        for (int trial = 0; trial < 500; trial++) {
            float[] light = new float[50 + random.nextInt(10)];
            for (int i = 0; i < light.length; i++) {
                light[i] = random.nextFloat() * (random.nextInt(40) == 0 ? 30 : 1);
            }
            double mean = Double.MAX_VALUE / 3;
            for (int pass = 0; pass < 3; pass++) {
                double sum = 0;
                int count = 0;
                for (int i = pass; i < light.length; i += 5) {
                    sum += Math.min(3 * mean, light[i]);
                    count++;
                }
                mean = sum / count;
            }
            assertEquals(mean, Sensor.metered(light), "trial " + trial);
        }
        assertEquals(1e-6, Sensor.metered(new float[50]));
    }

    @Test
    void shouldDrawValidAndVariedSettings() {
        int dark = 0;
        int blown = 0;
        for (int i = 0; i < gray.length; i++) {
            shot.luminance()[i] = 0.2f + i % WIDTH * 0.02f;
        }
        for (long seed = 0; seed < 500; seed++) {
            SensorSettings s = SensorSettings.randomised(seed);
            assertEquals(s, SensorSettings.randomised(seed));
            sensor.reset();
            sensor.expose(shot, s, seed, gray);
            dark += mean() < 40 ? 1 : 0;
            blown += mean() > 200 ? 1 : 0;
        }
        assertTrue(dark > 15 && blown > 15, "dark " + dark + ", blown out " + blown);
    }

    @Test
    void shouldSayWhatIsWrong() {
        assertEquals(
                "sensor of 64x48 got a shot of 64x48 and room for 10 bytes, wanted its own size",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> sensor.expose(shot, SensorSettings.ideal(), 1, new byte[10]))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> with(0, 0, 1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> with(0, 1, 9, 0, 0));
    }
}
