package dev.jink.perception.avoid;

/**
 * How fast a free way may be flown, given that a drone strays from its line the further the faster
 * it flies: v · {@link #SECONDS} to either side.
 *
 * <p>So the braking bound of the tube with its margin m holds up to the speed m / SECONDS, whose
 * straying the margin takes up. To fly faster, a tube wider by w must be free as well, which is
 * good for (m + w) / SECONDS. The bound is the best over the widths tried:
 *
 * <pre>
 *   max over w of min( braking bound of the tube wider by w, (m + w) / SECONDS )
 * </pre>
 *
 * Between trunks that leave just the margin it flies slowly, in the open as fast as it can brake.
 */
final class Straying {
    /** Straying per speed. Chosen on flights through dense forests at 5 and 8 m/s. */
    static final double SECONDS = 0.15;

    private static final double STEP_M = 0.2;
    private static final double MOST_M = 1.6;
    private static final double LEAST_LEG_M = 0.05;

    private final Braking braking;
    private final double marginM;

    Straying(PlannerSettings settings) {
        braking = settings.braking();
        marginM = settings.marginM();
    }

    /**
     * The highest speed, m/s, from here straight to the point t and on along the unit vector u.
     * Level body frame, metres.
     *
     * @param leastWiderM the narrowest tube, below 0 where some of the margin is given up
     */
    double bound(
            Surroundings around,
            double leastWiderM,
            double tx,
            double ty,
            double tz,
            double ux,
            double uy,
            double uz) {
        double leg = Math.sqrt(tx * tx + ty * ty + tz * tz);
        double bound = Double.POSITIVE_INFINITY;
        double good = 0;
        for (double wider = leastWiderM; bound > good && wider <= MOST_M; wider += STEP_M) {
            double clear = Surroundings.HORIZON_M;
            if (leg > LEAST_LEG_M) {
                clear = around.clearFromM(0, 0, 0, tx / leg, ty / leg, tz / leg, wider);
            }
            if (clear >= leg) {
                double on = around.clearFromM(tx, ty, tz, ux, uy, uz, wider);
                clear = Math.min(Surroundings.HORIZON_M, leg + on);
            }
            bound = Math.max(good, Math.min(bound, braking.speedBound(clear)));
            good = (marginM + wider) / SECONDS;
        }
        return bound;
    }
}
