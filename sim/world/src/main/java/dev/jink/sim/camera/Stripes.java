package dev.jink.sim.camera;

import java.util.Arrays;

/**
 * A picture's columns of pixels, or its rows: what coordinates the rays of each have, across the
 * stripes. Through a lens neighbouring stripes overlap. Immutable, any thread.
 */
final class Stripes {
    private static final int BINS_A_STRIPE = 2;

    /** Or-ed to a stripe's number: the last of its tile. */
    private static final int LAST = CameraRays.TILE - 1;

    private final float[] least;
    private final float[] most;
    // The greatest most up to each stripe and the least least from it on: these rise.
    private final float[] mostBefore;
    private final float[] leastAfter;
    // Where a search for a bound begins: before what is found for any bound of the bin.
    private final float lowest;
    private final float binsAUnit;
    private final int[] first;
    private final int[] last;

    /**
     * @param least of the coordinates of each stripe's rays
     * @param most likewise
     */
    Stripes(float[] least, float[] most) {
        this.least = least;
        this.most = most;
        int count = least.length;
        mostBefore = most.clone();
        leastAfter = least.clone();
        for (int i = 1; i < count; i++) {
            mostBefore[i] = Math.max(mostBefore[i], mostBefore[i - 1]);
        }
        for (int i = count - 2; i >= 0; i--) {
            leastAfter[i] = Math.min(leastAfter[i], leastAfter[i + 1]);
        }
        lowest = leastAfter[0];
        int bins = BINS_A_STRIPE * count;
        binsAUnit = bins / Math.max(1e-6f, mostBefore[count - 1] - lowest);
        first = new int[bins];
        last = new int[bins];
        for (int bin = 0; bin < bins; bin++) {
            // One bin off: no rounding of a bound to its bin can lead astray.
            first[bin] = firstReaching(lowest + (bin - 1) / binsAUnit, 0);
            last[bin] = lastReaching(lowest + (bin + 2) / binsAUnit, count - 1);
        }
    }

    /** The least coordinate of a stripe's rays. */
    float least(int stripe) {
        return least[stripe];
    }

    /** The greatest coordinate of a stripe's rays. */
    float most(int stripe) {
        return most[stripe];
    }

    /** The first stripe whose most is not less than a bound; their count when there is none. */
    int firstReaching(float bound) {
        return firstReaching(bound, first[bin(bound)]);
    }

    /** The last stripe whose least is not more than a bound; -1 when there is none. */
    int lastReaching(float bound) {
        return lastReaching(bound, last[bin(bound)]);
    }

    private int firstReaching(float bound, int from) {
        int i = from;
        while (i < mostBefore.length && mostBefore[i] < bound) {
            i++;
        }
        return i;
    }

    private int lastReaching(float bound, int from) {
        int i = from;
        while (i >= 0 && leastAfter[i] > bound) {
            i--;
        }
        return i;
    }

    private int bin(float bound) {
        return Math.clamp((int) ((bound - lowest) * binsAUnit), 0, first.length - 1);
    }

    /** Rising boundaries of the tiles, from the overlapping stripes. */
    float[] edges() {
        float[] edges = new float[(most.length + LAST) / CameraRays.TILE + 1];
        Arrays.fill(edges, Float.NEGATIVE_INFINITY);
        for (int i = 0; i < most.length; i++) {
            int after = i / CameraRays.TILE + 1;
            edges[after] = Math.max(edges[after], most[i]);
        }
        edges[0] = least[0];
        for (int i = 1; i <= Math.min(LAST, most.length - 1); i++) {
            edges[0] = Math.min(edges[0], least[i]);
        }
        for (int k = 1; k < edges.length; k++) {
            edges[k] = Math.max(edges[k], edges[k - 1]);
        }
        return edges;
    }
}
