package dev.jink.perception.avoid;

/**
 * Things in the way as spheres, and how far a tube gets between them: the swept volume of the drone
 * with its margin.
 *
 * <p>A tube of radius R along the unit vector u from o meets a sphere of radius e around p where
 * the two middles come within R + e: with a = (p − o)·u and b² = |p − o|² − a², at a − sqrt((R +
 * e)² − b²), if b is below R + e and a above 0.
 */
final class Spheres {
    // Inside the margin of something near, a tube of full width would block even the way out. Its
    // radius there shrinks to this share of the distance: ways more than about 64 degrees off are
    // open, so the drone can slide along and away, but not closer.
    private static final double NEAR_SHARE = 0.9;

    private final double tubeM;
    private final double leastM;
    private final double[] x;
    private final double[] y;
    private final double[] z;
    private final double[] reach; // R + e
    private final double[] most; // what R + e must not exceed
    private int count;

    Spheres(PlannerSettings settings, int capacity) {
        tubeM = settings.radiusM() + settings.marginM();
        leastM = settings.radiusM();
        x = new double[capacity];
        y = new double[capacity];
        z = new double[capacity];
        reach = new double[capacity];
        most = new double[capacity];
    }

    void clear() {
        count = 0;
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
    }

    /**
     * How far, m, a tube from (ox, oy, oz) along a unit vector gets, at most {@code mostM}.
     *
     * @param widerM added to the tube's radius
     */
    double clearM(
            double ox,
            double oy,
            double oz,
            double ux,
            double uy,
            double uz,
            double widerM,
            double mostM) {
        double clear = mostM;
        for (int i = 0; i < count; i++) {
            double dx = x[i] - ox;
            double dy = y[i] - oy;
            double dz = z[i] - oz;
            double along = dx * ux + dy * uy + dz * uz;
            double aside = dx * dx + dy * dy + dz * dz - along * along;
            double wide = Math.min(reach[i] + widerM, most[i]);
            if (along > 0 && aside < wide * wide) {
                double way = along - Math.sqrt(wide * wide - aside);
                clear = Math.min(clear, Math.max(0, way));
            }
        }
        return clear;
    }
}
