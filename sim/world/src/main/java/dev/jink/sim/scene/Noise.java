package dev.jink.sim.scene;

/** Value noise on a fixed 256x256 lattice, and integer hashes: the grain of every texture. */
public final class Noise {
    // One row and column more than the period, so that a cell's corners are found without wrapping.
    private static final int STRIDE = 257;
    private static final int POINTS = STRIDE * STRIDE;

    /** Any corner, masked by this, is itself: it tells the JVM that look-ups stay inside. */
    private static final int ANY_CORNER = (1 << 17) - 1;

    // Beyond its points it is never read.
    private static final float[] LATTICE = new float[ANY_CORNER + STRIDE + 2];

    static {
        for (int i = 0; i < POINTS; i++) {
            LATTICE[i] = hash(i % STRIDE & 255, i / STRIDE & 255, 99);
        }
    }

    private Noise() {}

    /** Smooth noise in 0..1 with features about one unit wide; repeats every 256 units. */
    public static float at(float u, float v) {
        int left = floor(u);
        int low = floor(v);
        float fu = u - left;
        float fv = v - low;
        fu = fu * fu * (3 - 2 * fu);
        fv = fv * fv * (3 - 2 * fv);
        int corner = (low & 255) * STRIDE + (left & 255);
        float a = LATTICE[corner];
        float b = LATTICE[corner + STRIDE];
        a += (LATTICE[corner + 1] - a) * fu;
        b += (LATTICE[corner + STRIDE + 1] - b) * fu;
        return a + (b - a) * fv;
    }

    /**
     * {@link #at(float, float)} of many points, bit for bit. All but the look-up is one loop without
     * branches, which the JVM turns into vector instructions.
     *
     * @param u of points 0 … count - 1; overwritten
     * @param v likewise
     * @param corner room for as many
     */
    public static void at(float[] u, float[] v, int count, int[] corner, float[] out) {
        for (int i = 0; i < count; i++) {
            float left = (float) Math.floor(u[i]);
            float low = (float) Math.floor(v[i]);
            corner[i] = ((int) low & 255) * STRIDE + ((int) left & 255);
            float fu = u[i] - left;
            float fv = v[i] - low;
            u[i] = fu * fu * (3 - 2 * fu);
            v[i] = fv * fv * (3 - 2 * fv);
        }
        for (int i = 0; i < count; i++) {
            int at = corner[i] & ANY_CORNER;
            float a = LATTICE[at];
            float b = LATTICE[at + STRIDE];
            a += (LATTICE[at + 1] - a) * u[i];
            b += (LATTICE[at + STRIDE + 1] - b) * u[i];
            out[i] = a + (b - a) * v[i];
        }
    }

    /** An integer lattice point's own value, 0..1. */
    public static float hash(int x, int y, int seed) {
        int h = x * 374761393 + y * 668265263 + seed * 1442695041;
        h = (h ^ (h >>> 13)) * 1274126177;
        h ^= h >>> 16;
        return (h & 0xffffff) * (1f / 16777216f);
    }

    /** Math.floor for texture coordinates: a cast and a correction, several times cheaper. */
    static int floor(float x) {
        int i = (int) x;
        return x < i ? i - 1 : i;
    }
}
