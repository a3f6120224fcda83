package dev.jink.perception.avoid;

import java.util.Arrays;

/** Sectors filled by hand, for tests of what is made out of them. */
public final class SectorSamples {
    private SectorSamples() {}

    /** One value for each sector, m; NaN = not known, +infinity = clear. */
    public static Sectors of(float... rangeM) {
        Sectors sectors = new Sectors();
        for (int i = 0; i < rangeM.length; i++) {
            if (!Float.isNaN(rangeM[i])) {
                double from = Sectors.FIRST + i * Sectors.WIDTH;
                sectors.seen(from, from + Sectors.WIDTH, rangeM[i]);
            }
        }
        return sectors;
    }

    /** The same value everywhere. */
    public static Sectors all(float rangeM) {
        float[] ranges = new float[Sectors.COUNT];
        Arrays.fill(ranges, rangeM);
        return of(ranges);
    }

    /** Clear but for one sector. */
    public static Sectors clearBut(int sector, float rangeM) {
        float[] ranges = new float[Sectors.COUNT];
        Arrays.fill(ranges, Float.POSITIVE_INFINITY);
        ranges[sector] = rangeM;
        return of(ranges);
    }
}
