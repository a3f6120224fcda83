package dev.jink.perception.avoid;

/**
 * What was seen near a short while ago: points of the odometry frame, kept for the time in which
 * the drone can still hit them although they left the picture.
 *
 * <p>A point gains trust each time a cell sees it again and loses it when a later look goes past
 * it; without trust, too old or too far, it is dropped. So a false alarm of one picture doesn't
 * outlive the next, and a trunk seen in many pictures survives a few misses. A fixed number of
 * places; when all are taken the oldest makes room.
 */
final class ObstacleMemory {
    static final int CAPACITY = 256;

    /** What is farther than this, m, isn't remembered: there is time to see it again. */
    static final double REACH_M = 5;

    private static final double SAME_M = 0.25;
    private static final int MOST_TRUST = 12;

    final double[] x = new double[CAPACITY];
    final double[] y = new double[CAPACITY];
    final double[] z = new double[CAPACITY];
    final double[] extraM = new double[CAPACITY];
    private final long[] seenNanos = new long[CAPACITY];
    private final byte[] trust = new byte[CAPACITY];
    private int count;

    int count() {
        return count;
    }

    void forgetAll() {
        count = 0;
    }

    /** Drops what is older than {@code oldestNanos}, or beyond reach of the place given. */
    void prune(long oldestNanos, double px, double py, double pz) {
        double reach = REACH_M + 1;
        for (int i = count - 1; i >= 0; i--) {
            double dx = x[i] - px;
            double dy = y[i] - py;
            double dz = z[i] - pz;
            boolean far = dx * dx + dy * dy + dz * dz > reach * reach;
            if (far || seenNanos[i] < oldestNanos) {
                drop(i);
            }
        }
    }

    /**
     * A cell sees something here: odometry frame, m; {@code extra} is the cell's half width
     * there.
     */
    void see(double px, double py, double pz, double extra, long nowNanos) {
        int slot = -1;
        double nearest = SAME_M * SAME_M;
        int oldest = 0;
        for (int i = 0; i < count; i++) {
            double dx = x[i] - px;
            double dy = y[i] - py;
            double dz = z[i] - pz;
            double square = dx * dx + dy * dy + dz * dz;
            if (square < nearest) {
                nearest = square;
                slot = i;
            }
            oldest = seenNanos[i] < seenNanos[oldest] ? i : oldest;
        }
        if (slot < 0) {
            slot = count < CAPACITY ? count++ : oldest;
            trust[slot] = 0;
        }
        if (trust[slot] > 0 && seenNanos[slot] == nowNanos) {
            return; // several cells see the same point in one picture: that is one look
        }
        // The mean of its looks, so that an obstacle that always seems as far, however near one
        // comes, isn't pushed ahead of the drone.
        double share = 1.0 / (trust[slot] + 1);
        x[slot] = trust[slot] == 0 ? px : x[slot] + share * (px - x[slot]);
        y[slot] = trust[slot] == 0 ? py : y[slot] + share * (py - y[slot]);
        z[slot] = trust[slot] == 0 ? pz : z[slot] + share * (pz - z[slot]);
        extraM[slot] = trust[slot] == 0 ? extra : Math.min(extra, extraM[slot]);
        seenNanos[slot] = nowNanos;
        trust[slot] = (byte) Math.min(MOST_TRUST, trust[slot] + 1);
    }

    /** Whether more than one picture showed point i: only then is it worth remembering. */
    boolean confirmed(int i) {
        return trust[i] > 1;
    }

    /** A look went past point i; true when that cost the last of its trust and it was dropped. */
    boolean doubt(int i) {
        if (--trust[i] > 0) {
            return false;
        }
        drop(i);
        return true;
    }

    private void drop(int i) {
        int last = --count;
        x[i] = x[last];
        y[i] = y[last];
        z[i] = z[last];
        extraM[i] = extraM[last];
        seenNanos[i] = seenNanos[last];
        trust[i] = trust[last];
    }
}
