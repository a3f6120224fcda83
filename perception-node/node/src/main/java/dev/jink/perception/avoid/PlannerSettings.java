package dev.jink.perception.avoid;

/**
 * How the planner flies. {@link #defaults()} suits a drone of half a metre across that sees 90°.
 *
 * @param radiusM the drone's own radius, m, 0.05 to 5. Smaller than real: it hits things. Larger:
 *     it refuses gaps it would fit through.
 * @param marginM kept free around the radius, m, 0 to 5. At 0 every error of range or control is a
 *     contact; large margins close gaps.
 * @param maxSpeed the highest speed it commands, m/s, 0.1 to 20, whatever is wanted.
 * @param maxAccel how fast commands may grow or turn, m/s², 0.5 to 20. Low: sluggish swerves. Above
 *     what the drone can do: commands it can't follow.
 * @param maxDecel how hard the drone surely brakes, m/s², 0.5 to 20; bounds the speed in front of
 *     things. Set too high, it can't stop in time; too low, it creeps.
 * @param reactionSeconds from light on the sensor until the drone answers, s, 0 to 2. Too low is
 *     dangerous, too high is slow.
 * @param stopMarginM left free, beyond radius and margin, in front of what it stops for, m, 0 to 5.
 * @param maxYawRate rad/s, 0.1 to 6. Low: it sees late where it is going. High: the picture blurs.
 * @param maxOffAxis how far beside its look it may fly, rad, 0.1 to 0.8. Low: it must turn for
 *     every evasion. High: it flies along the edge of what it sees.
 * @param maxClimb how steeply it evades upwards or downwards, rad, 0 to 0.6. At 0 it evades
 *     sideways only.
 * @param minHeightM it doesn't evade downwards below this height of the odometry frame, m, -1000 to
 *     1000, since the ground is no obstacle to the network.
 * @param unknownRangeM an unknown cell counts as an obstacle this near, m, 0.3 to 6. Short: it
 *     stops at once when one cell is unknown. Long: it is slowed less, and goes further before it
 *     stops.
 * @param maxUnknownShare share of the view, 0 to 1, above which it stops. At 0 a single unknown
 *     cell stops it; at 1 only an entirely unknown view is left to {@code unknownRangeM}.
 * @param minConfidence for the grid: a cell decoded with less is unknown, 0 to 1. At 0 every cell
 *     is trusted, at 1 none.
 * @param memorySeconds how long it remembers what left the picture, s, 0 (not at all) to 30 (false
 *     alarms beside the drone linger).
 */
public record PlannerSettings(
        double radiusM,
        double marginM,
        double maxSpeed,
        double maxAccel,
        double maxDecel,
        double reactionSeconds,
        double stopMarginM,
        double maxYawRate,
        double maxOffAxis,
        double maxClimb,
        double minHeightM,
        double unknownRangeM,
        double maxUnknownShare,
        double minConfidence,
        double memorySeconds) {

    /**
     * @throws IllegalArgumentException in one line: the name, the value, the range, what to do
     */
    public PlannerSettings {
        check("radius_m", radiusM, 0.05, 5);
        check("margin_m", marginM, 0, 5);
        check("max_speed", maxSpeed, 0.1, 20);
        check("max_accel", maxAccel, 0.5, 20);
        check("max_decel", maxDecel, 0.5, 20);
        check("reaction_s", reactionSeconds, 0, 2);
        check("stop_margin_m", stopMarginM, 0, 5);
        check("max_yaw_rate", maxYawRate, 0.1, 6);
        check("max_off_axis", maxOffAxis, 0.1, 0.8);
        check("max_climb", maxClimb, 0, 0.6);
        check("min_height_m", minHeightM, -1000, 1000);
        check("unknown_range_m", unknownRangeM, 0.3, 6);
        check("max_unknown_share", maxUnknownShare, 0, 1);
        check("min_confidence", minConfidence, 0, 1);
        check("memory_s", memorySeconds, 0, 30);
    }

    /** The defaults, those of the node's parameters. */
    public static PlannerSettings defaults() {
        return new PlannerSettings(0.25, 0.45, 3, 4, 4, 0.2, 0.3, 1.5, 0.6, 0.2, 1, 2, 0.5, 0.2, 4);
    }

    /** The same with another speed limit, m/s. */
    public PlannerSettings withMaxSpeed(double limit) {
        return new PlannerSettings(
                radiusM,
                marginM,
                limit,
                maxAccel,
                maxDecel,
                reactionSeconds,
                stopMarginM,
                maxYawRate,
                maxOffAxis,
                maxClimb,
                minHeightM,
                unknownRangeM,
                maxUnknownShare,
                minConfidence,
                memorySeconds);
    }

    /** The braking rule these settings make. */
    public Braking braking() {
        return new Braking(maxDecel, reactionSeconds, stopMarginM);
    }

    private static void check(String name, double value, double least, double most) {
        boolean inRange = value >= least && value <= most; // false for NaN
        if (!inRange) {
            throw new IllegalArgumentException(
                    "parameter "
                            + name
                            + " is "
                            + value
                            + ", wanted "
                            + least
                            + " to "
                            + most
                            + ": set it inside that range");
        }
    }
}
