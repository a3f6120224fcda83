package dev.jink.sim.camera;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Light to 8-bit grey: blur, auto-exposure, vignette, clipping, gamma, noise. Remembers its
 * exposure from picture to picture, as a camera does. Not thread-safe; allocates nothing per
 * picture.
 */
public final class Sensor {
    private static final int LEVELS = 1024;

    /** The light is metered at every so many'th pixel. */
    private static final int STRIDE = 5;

    // Knuth's linear congruential generator.
    private static final long FACTOR = 6364136223846793005L;
    private static final long TERM = 1442695040888963407L;
    private static final long TWICE_FACTOR = FACTOR * FACTOR;
    private static final long TWICE_TERM = FACTOR * TERM + TERM;

    private static final float[] BELL = bell();

    private final int width;
    private final int height;
    private final Blur blur;
    private final float[] fall;
    private final float[] root;
    private final byte[] developed;
    private final float[] response = new float[LEVELS + 1];
    private SensorSettings prepared;
    private double gain;

    public Sensor(int width, int height) {
        this.width = width;
        this.height = height;
        blur = new Blur(width, height);
        fall = new float[width * height];
        root = new float[width * height];
        developed = new byte[width * height];
    }

    /** Forgets the exposure: the next picture is exposed afresh. */
    public void reset() {
        gain = 0;
    }

    /**
     * One picture.
     *
     * @param shot of this sensor's size
     * @param seed of the noise
     * @param gray receives [h][w] bytes, 0 black to 255 white
     */
    public void expose(Shot shot, SensorSettings settings, long seed, byte[] gray) {
        expose(shot, settings, seed, MemorySegment.ofArray(gray));
    }

    /** As above, into any memory of width times height bytes. */
    public void expose(Shot shot, SensorSettings settings, long seed, MemorySegment gray) {
        if (shot.width() != width || shot.height() != height || gray.byteSize() < width * height) {
            throw new IllegalArgumentException(
                    "sensor of "
                            + width
                            + "x"
                            + height
                            + " got a shot of "
                            + shot.width()
                            + "x"
                            + shot.height()
                            + " and room for "
                            + gray.byteSize()
                            + " bytes, wanted its own size");
        }
        prepare(settings);
        float[] light = blur.of(shot.luminance(), settings);
        double wanted = Math.pow(2, settings.exposureEv()) * aim(settings) / metered(light);
        gain = gain == 0 ? wanted : gain * Math.pow(wanted / gain, settings.adaptation());
        float scale = (float) gain;
        float read = (float) settings.readNoise();
        float grain = (float) settings.shotNoise();
        long state = draw(seed * 0x9E3779B97F4A7C15L + 0x1234567);
        long next = draw(state);
        for (int i = 0; i < light.length; i++) {
            root[i] = (float) Math.sqrt(Math.min(1, light[i] * scale * fall[i]));
        }
        for (int i = 0; i < light.length; i++) {
            float level = response[(int) (root[i] * LEVELS)];
            level += BELL[(int) (state >>> 40) & 4095] * (read + grain * root[i]) + 0.5f;
            developed[i] = (byte) (level < 0 ? 0 : level > 255 ? 255 : level);
            // The draw after the next follows from this one: it need not wait for the next.
            long afterNext = state * TWICE_FACTOR + TWICE_TERM;
            state = next;
            next = afterNext;
        }
        MemorySegment.copy(developed, 0, gray, ValueLayout.JAVA_BYTE, 0, developed.length);
    }

    private static long draw(long state) {
        return state * FACTOR + TERM;
    }

    /** The linear level whose grey is the mean wanted. */
    private static double aim(SensorSettings s) {
        return Math.pow(s.meanGray(), 1 / s.gamma());
    }

    private void prepare(SensorSettings s) {
        if (s.equals(prepared)) {
            return;
        }
        prepared = s;
        // Indexed by the root of the light, so that the steep foot of the curve is well resolved.
        for (int i = 0; i <= LEVELS; i++) {
            double lit = (double) i / LEVELS * i / LEVELS;
            double level = s.pedestal() + (s.white() - s.pedestal()) * Math.pow(lit, s.gamma());
            response[i] = (float) (255 * level);
        }
        float corner = (width * width + height * height) / 4f;
        for (int i = 0; i < fall.length; i++) {
            float x = i % width - width / 2f;
            float y = i / width - height / 2f;
            fall[i] = 1 - (float) s.vignette() * (x * x + y * y) / corner;
        }
    }

    /**
     * Mean light, where what outshines three times the mean counts as three times the mean: three
     * means, each of other pixels, and bounded by the one before.
     */
    static double metered(float[] light) {
        // The sums as if nothing outshone the bounds, all at once: an addition waits for the one
        // before of its own sum only.
        double first = 0;
        double second = 0;
        double third = 0;
        float brightest = 0;
        for (int i = 0; i < light.length; i += STRIDE) {
            float next = i + 1 < light.length ? light[i + 1] : 0;
            float overNext = i + 2 < light.length ? light[i + 2] : 0;
            first += light[i];
            second += next;
            third += overNext;
            if (next > brightest || overNext > brightest) {
                brightest = Math.max(next, overNext);
            }
        }
        double mean = mean(first, 0, light.length);
        if (brightest > 3 * mean) {
            second = bounded(light, 1, 3 * mean);
        }
        mean = mean(second, 1, light.length);
        if (brightest > 3 * mean) {
            third = bounded(light, 2, 3 * mean);
        }
        return mean(third, 2, light.length);
    }

    private static double bounded(float[] light, int start, double bound) {
        double sum = 0;
        for (int i = start; i < light.length; i += STRIDE) {
            sum += Math.min(bound, light[i]);
        }
        return sum;
    }

    private static double mean(double sum, int start, int pixels) {
        int count = (pixels - start + STRIDE - 1) / STRIDE;
        return Math.max(1e-6, sum / count);
    }

    /** 4096 normal draws, centred: a noise table is some ten times cheaper than drawing. */
    private static float[] bell() {
        java.util.SplittableRandom random = new java.util.SplittableRandom(7);
        float[] bell = new float[4096];
        for (int i = 0; i < bell.length; i += 2) {
            bell[i] = (float) random.nextGaussian();
            bell[i + 1] = -bell[i];
        }
        return bell;
    }
}
