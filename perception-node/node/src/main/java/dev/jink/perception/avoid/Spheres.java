package dev.jink.perception.avoid;

import java.util.Arrays;

/**
 * Things in the way as spheres, and how far a tube gets between them: the swept volume of the drone
 * with its margin.
 *
 * <p>A tube of radius R along the unit vector u from o meets a sphere of radius e around p where
 * the two middles come within R + e: with a = (p − o)·u and b² = |p − o|² − a², at a − sqrt((R +
 * e)² − b²), if b is below R + e and a above 0.
 *
 * <p>That is no nearer than |p| − (R + e) − |o|. So the spheres lie in shells by |p| − (R + e), and
 * a tube is followed from the inmost one outwards until what has ended it is nearer than any shell
 * that is left.
 */
final class Spheres {
    // Inside the margin of something near, a tube of full width would block even the way out. Its
    // radius there shrinks to this share of the distance: ways more than about 64 degrees off are
    // open, so the drone can slide along and away, but not closer.
    private static final double NEAR_SHARE = 0.9;

    private static final double SHELL_M = 0.5;

    /** Up to 12 m; what is farther lies in the last one too. */
    private static final int SHELLS = 24;

    private static final int SIZE = 5;

    private final double tubeM;
    private final double leastM;
    private final double[] added; // as they came, SIZE numbers each
    private final int[] shells;
    // Shell by shell, once a tube is followed: what is followed lies together.
    private final double[] x;
    private final double[] y;
    private final double[] z;
    private final double[] reach; // R + e
    private final double[] most; // what R + e must not exceed
    private final int[] starts = new int[SHELLS + 1]; // of each shell, and where the last one ends
    private int count;
    private boolean sorted;

    Spheres(PlannerSettings settings, int capacity) {
        tubeM = settings.radiusM() + settings.marginM();
        leastM = settings.radiusM();
        added = new double[SIZE * capacity];
        shells = new int[capacity];
        x = new double[capacity];
        y = new double[capacity];
        z = new double[capacity];
        reach = new double[capacity];
        most = new double[capacity];
    }

    void clear() {
        count = 0;
        sorted = false;
    }

    /** A sphere of radius {@code extra} around a place of the level body frame, m. */
    void add(double px, double py, double pz, double extra) {
        double distance = Math.sqrt(px * px + py * py + pz * pz);
        double wide = tubeM + extra;
        int at = SIZE * count;
        added[at] = px;
        added[at + 1] = py;
        added[at + 2] = pz;
        added[at + 3] = wide;
        added[at + 4] = Math.max(leastM, NEAR_SHARE * distance);
        shells[count] = Math.clamp((int) ((distance - wide) / SHELL_M), 0, SHELLS - 1);
        count++;
        sorted = false;
    }

    /** Puts the spheres shell by shell, what was added last first. */
    private void sort() {
        Arrays.fill(starts, 0);
        for (int i = 0; i < count; i++) {
            starts[shells[i]]++;
        }
        for (int shell = 1; shell <= SHELLS; shell++) {
            starts[shell] += starts[shell - 1];
        }
        // Until now they are the shells' ends: each is filled from there down.
        for (int i = 0; i < count; i++) {
            int to = --starts[shells[i]];
            x[to] = added[SIZE * i];
            y[to] = added[SIZE * i + 1];
            z[to] = added[SIZE * i + 2];
            reach[to] = added[SIZE * i + 3];
            most[to] = added[SIZE * i + 4];
        }
        sorted = true;
    }

    /**
     * How far, m, a tube from (ox, oy, oz) along a unit vector gets, at most {@code mostM}.
     *
     * @param widerM added to the tube's radius
     * @param leastM a way shorter than this is of no use: any such length may be returned
     */
    double clearM(
            double ox,
            double oy,
            double oz,
            double ux,
            double uy,
            double uz,
            double widerM,
            double leastM,
            double mostM) {
        if (!sorted) {
            sort();
        }
        double clear = mostM;
        double nearer = Math.sqrt(ox * ox + oy * oy + oz * oz) + widerM;
        // Of the inmost shell, which has what touches the drone, no distance is known.
        for (int shell = 0; shell < SHELLS; shell++) {
            if (shell > 0 && shell * SHELL_M - nearer > clear) {
                break;
            }
            for (int i = starts[shell]; i < starts[shell + 1]; i++) {
                double dx = x[i] - ox;
                double dy = y[i] - oy;
                double dz = z[i] - oz;
                double along = dx * ux + dy * uy + dz * uz;
                double aside = dx * dx + dy * dy + dz * dz - along * along;
                double wide = Math.min(reach[i] + widerM, most[i]);
                if (along > 0 && along - wide < clear && aside < wide * wide) {
                    double way = Math.min(clear, along - Math.sqrt(wide * wide - aside));
                    if (way < leastM) {
                        return Math.max(0, way);
                    }
                    clear = way;
                }
            }
        }
        return clear;
    }
}
