package dev.jink.perception.avoid;

import java.util.Arrays;

/**
 * The surroundings as a flat ring of 72 sectors of 5°, as a LaserScan or an obstacle-distance
 * message wants them: horizontal distance to the nearest obstacle at the drone's height.
 *
 * <p>Sector i spans the azimuths [−π + i·5°, −π + (i + 1)·5°) of the level body frame,
 * counter-clockwise, so sector 36 begins straight ahead and goes left. NaN = not known or not seen,
 * +infinity = seen and clear, else metres. Owned and rewritten by the planner.
 */
public final class Sectors {
    /** How many. */
    public static final int COUNT = 72;

    /** Width of one, rad. */
    public static final double WIDTH = 2 * Math.PI / COUNT;

    /** Where the first begins, rad. */
    public static final double FIRST = -Math.PI;

    // A look that ends on a border, but for rounding, doesn't reach into the next sector.
    private static final double EDGE = 1e-5;

    private final float[] rangeM = new float[COUNT];
    private final boolean[] unknown = new boolean[COUNT];

    Sectors() {
        clear();
    }

    /** Metres; NaN = not known, +infinity = clear. */
    public float rangeM(int sector) {
        return rangeM[sector];
    }

    /** The azimuth of a sector's middle, rad, left positive. */
    public static double middle(int sector) {
        return FIRST + (sector + 0.5) * WIDTH;
    }

    void clear() {
        Arrays.fill(rangeM, Float.NaN);
        Arrays.fill(unknown, false);
    }

    /** An obstacle, or +infinity for a clear look, over the azimuths from..to, rad. */
    void seen(double from, double to, float horizontalM) {
        for (int i = index(from + EDGE); i <= index(to - EDGE); i++) {
            float now = rangeM[Math.floorMod(i, COUNT)];
            rangeM[Math.floorMod(i, COUNT)] =
                    Float.isNaN(now) ? horizontalM : Math.min(now, horizontalM);
        }
    }

    /** Something not known over the azimuths from..to, rad: clear looks there don't count. */
    void unknown(double from, double to) {
        for (int i = index(from + EDGE); i <= index(to - EDGE); i++) {
            unknown[Math.floorMod(i, COUNT)] = true;
        }
    }

    /**
     * To be called when all is entered: a look that is clear but for something unknown is
     * unknown.
     */
    void settle() {
        for (int i = 0; i < COUNT; i++) {
            if (unknown[i] && rangeM[i] == Float.POSITIVE_INFINITY) {
                rangeM[i] = Float.NaN;
            }
        }
    }

    private static int index(double azimuth) {
        return (int) Math.floor((azimuth - FIRST) / WIDTH);
    }
}
