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

    private static final int NONE = -1;

    private final double tubeM;
    private final double leastM;
    private final double[] x;
    private final double[] y;
    private final double[] z;
    private final double[] reach; // R + e
    private final double[] most; // what R + e must not exceed
    private final int[] first = new int[SHELLS]; // of a shell
    private final int[] next; // of the same shell
    private int count;

    Spheres(PlannerSettings settings, int capacity) {
        tubeM = settings.radiusM() + settings.marginM();
        leastM = settings.radiusM();
        x = new double[capacity];
        y = new double[capacity];
        z = new double[capacity];
        reach = new double[capacity];
        most = new double[capacity];
        next = new int[capacity];
        clear();
    }

    void clear() {
        count = 0;
        Arrays.fill(first, NONE);
    }

    /** A sphere of radius {@code extra} around a place of the level body frame, m. */
    void add(double px, double py, double pz, double extra) {
        int i = count++;
        x[i] = px;
        y[i] = py;
        z[i] = pz;
        double distance = Math.sqrt(px * px + py * py + pz * pz);
        reach[i] = tubeM + extra;
        most[i] = Math.max(leastM, NEAR_SHARE * distance);
        int shell = Math.clamp((int) ((distance - reach[i]) / SHELL_M), 0, SHELLS - 1);
        next[i] = first[shell];
        first[shell] = i;
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
        double clear = mostM;
        double nearer = Math.sqrt(ox * ox + oy * oy + oz * oz) + widerM;
        // Of the inmost shell, which has what touches the drone, no distance is known.
        for (int shell = 0; shell < SHELLS; shell++) {
            if (shell > 0 && shell * SHELL_M - nearer > clear) {
                break;
            }
            for (int i = first[shell]; i != NONE; i = next[i]) {
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
