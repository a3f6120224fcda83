package dev.jink.sim.scene;

/** Value noise on a fixed 256x256 lattice, and integer hashes: the grain of every texture. */
public final class Noise {
    private static final float[] LATTICE = new float[256 * 256];

    static {
        for (int i = 0; i < LATTICE.length; i++) {
            LATTICE[i] = hash(i & 255, i >> 8, 99);
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
        int row = (low & 255) << 8;
        int nextRow = ((low + 1) & 255) << 8;
        int column = left & 255;
        int nextColumn = (left + 1) & 255;
        float a = LATTICE[row | column];
        float b = LATTICE[nextRow | column];
        a += (LATTICE[row | nextColumn] - a) * fu;
        b += (LATTICE[nextRow | nextColumn] - b) * fu;
        return a + (b - a) * fv;
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
