package dev.jink.perception.avoid;

/**
 * The way out of a dead end, held for some metres so that the wish doesn't call back at once.
 *
 * <p>A dead end that follows soon after another is likely the same pocket, entered again: then the
 * way out is held twice as long as the last time, up to four times, and the wish must see twice as
 * far before it is heard.
 */
final class Detour {
    /** How far an opening must be free. */
    static final double SEEN_M = 3;

    private static final double LEAST_M = 0.1;
    private static final double SHORTEST_M = 4;
    private static final long SHORTEST_NANOS = 4_000_000_000L;
    private static final int MOST_TIMES = 4;
    private static final long SOON_NANOS = 15_000_000_000L;
    private static final double PASSED = Math.toRadians(60);

    private double heading; // odometry frame, rad
    private double wishHeading; // of the wish the dead end barred, odometry frame, rad
    private double leftM;
    private long untilNanos = Long.MIN_VALUE;
    private long begunNanos = Long.MIN_VALUE;
    private int times;

    /** Nothing has happened yet. */
    void forget() {
        end();
        begunNanos = Long.MIN_VALUE;
        times = 0;
    }

    /** The wish has changed: the way out is no longer held. */
    void end() {
        leftM = 0;
        untilNanos = Long.MIN_VALUE;
    }

    /**
     * A way out was found.
     *
     * @param outHeading its direction, odometry frame, rad
     * @param barred the wish's direction, odometry frame, rad
     */
    void begin(double outHeading, double barred, long nowNanos) {
        boolean soon = times > 0 && nowNanos - begunNanos < SOON_NANOS * times;
        times = soon ? Math.min(MOST_TIMES, 2 * times) : 1;
        heading = outHeading;
        if (!held(nowNanos)) { // else it was the way out that was barred, not the wish's
            wishHeading = barred;
        }
        leftM = SHORTEST_M * times;
        untilNanos = nowNanos + SHORTEST_NANOS * times;
        begunNanos = nowNanos;
    }

    /** The way out is over after so many metres, if not before. */
    void atMost(double metres) {
        leftM = Math.min(leftM, Math.max(LEAST_M, metres));
    }

    /** An opening was found: what is left of the way is held in that direction. */
    void take(double openHeading) {
        heading = openHeading;
    }

    boolean held(long nowNanos) {
        return leftM > 0 && nowNanos < untilNanos;
    }

    /**
     * Whether the wish points elsewhere by now: what is wished for is near and lies abreast, so
     * what barred the way to it is no longer between. Held on, the detour would circle it.
     */
    boolean passed(double wished) {
        return Math.abs(Planner.wrap(wished - wishHeading)) > PASSED;
    }

    /** How far the way of the wish must be free to be taken before the detour is over, m. */
    double seenM() {
        return Math.min(SEEN_M * times, Surroundings.HORIZON_M - 1);
    }

    double heading() {
        return heading;
    }

    void flown(double metres) {
        leftM -= metres;
    }
}
