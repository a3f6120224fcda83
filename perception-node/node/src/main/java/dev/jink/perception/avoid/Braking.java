package dev.jink.perception.avoid;

/**
 * How fast one may fly towards something at a known distance.
 *
 * <p>From speed v the drone needs the way of its reaction time t, then v²/(2a) at the
 * deceleration a:
 *
 * <pre>
 *   v·t + v²/(2a) ≤ d   ⇔   v ≤ a·(sqrt(t² + 2d/a) − t)
 * </pre>
 *
 * (uniform deceleration; the same bound as the safe velocity of the dynamic window approach, Fox,
 * Burgard and Thrun 1997, with the reaction time added.) At d ≤ 0 the bound is 0.
 *
 * @param maxDecel a, m/s², above 0
 * @param reactionSeconds t, s, 0 or more: from light on the sensor to the drone answering
 * @param stopMarginM kept free ahead when standing, m, 0 or more
 */
public record Braking(double maxDecel, double reactionSeconds, double stopMarginM) {
    /** The highest speed, m/s, with this much free way ahead, m; +infinity gives +infinity. */
    public double speedBound(double clearM) {
        double way = clearM - stopMarginM;
        if (!(way > 0)) { // also when NaN
            return 0;
        }
        double t = reactionSeconds;
        return maxDecel * (Math.sqrt(t * t + 2 * way / maxDecel) - t);
    }

    /** The way, m, needed to stand from this speed, m/s, the margin included. */
    public double wayToStand(double speed) {
        return speed * reactionSeconds + speed * speed / (2 * maxDecel) + stopMarginM;
    }
}
