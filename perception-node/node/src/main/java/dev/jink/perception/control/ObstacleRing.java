package dev.jink.perception.control;

import dev.jink.perception.avoid.Sectors;

/**
 * The sectors as MAVLink's obstacle distance has them: 72 elements of 5°, clockwise from straight
 * ahead, in centimetres.
 *
 * <pre>
 *   0 … max      something at this distance          max + 1   seen, nothing there
 *   65535        not known
 * </pre>
 *
 * <p>Readers differ in where element k lies: earlier PX4 takes it for [5k°, 5k° + 5°), later PX4
 * and ArduPilot for 5k° ± 2.5°. Both ranges together are covered by the two sectors that meet at
 * 5k°, so the element is the worse of the two: the nearer thing, else not known, else clear. An
 * obstacle is shown up to 5° too wide by that, and never beside where it is.
 *
 * <p>Distances are rounded down. A thing that touches is sent as 1, for ArduPilot drops 0. Belongs
 * to one thread.
 */
public final class ObstacleRing {
    /** Elements. */
    public static final int COUNT = Sectors.COUNT;

    /** Width of an element, degrees. */
    public static final int INCREMENT_DEG = 360 / COUNT;

    /** Not known. */
    public static final int UNKNOWN_CM = 65_535;

    private static final int TOUCHING_CM = 1;
    private static final int MOST_CM = 65_533;
    private static final double CM_PER_M = 100;

    private final int maxCm;
    private final int[] distancesCm = new int[COUNT];

    /**
     * @param rangeMaxM farthest distance that is told from clear, m
     */
    public ObstacleRing(double rangeMaxM) {
        maxCm = Math.clamp(Math.round(rangeMaxM * CM_PER_M), TOUCHING_CM, MOST_CM);
        clear();
    }

    /** The farthest distance, cm. */
    public int maxCm() {
        return maxCm;
    }

    /** What stands for seen and clear, cm. */
    public int freeCm() {
        return maxCm + 1;
    }

    /** Element k, cm: as drawn above. */
    public int distanceCm(int k) {
        return distancesCm[k];
    }

    /** Takes over what was seen; null = nothing is known. */
    public void fill(Sectors sectors) {
        if (sectors == null) {
            clear();
            return;
        }
        for (int k = 0; k < COUNT; k++) {
            // Sector s begins at -180° + 5s° and counts to the left: the one to the right of the
            // clockwise angle 5k° is 35 - k, the one to its left 36 - k.
            float right = sectors.rangeM(Math.floorMod(COUNT / 2 - 1 - k, COUNT));
            float left = sectors.rangeM(Math.floorMod(COUNT / 2 - k, COUNT));
            distancesCm[k] = worse(cm(right), cm(left));
        }
    }

    private int cm(float rangeM) {
        if (Float.isNaN(rangeM)) {
            return UNKNOWN_CM;
        }
        double cm = Math.floor(rangeM * CM_PER_M);
        return cm > maxCm ? freeCm() : (int) Math.max(TOUCHING_CM, cm);
    }

    private int worse(int aCm, int bCm) {
        int least = Math.min(aCm, bCm);
        return least == freeCm() ? Math.max(aCm, bCm) : least;
    }

    private void clear() {
        for (int k = 0; k < COUNT; k++) {
            distancesCm[k] = UNKNOWN_CM;
        }
    }
}
