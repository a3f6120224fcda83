package dev.jink.perception;

import dev.jink.calibration.Mount;
import dev.jink.perception.avoid.PlannerSettings;
import dev.jink.perception.deadline.Budget;
import dev.jink.perception.frame.FrameLimits;

/**
 * Everything the path is told before it starts. All times in nanoseconds.
 *
 * @param budget from arrival and from header stamp to the command
 * @param limits what a frame must keep to
 * @param mount how the camera sits in the body
 * @param planner how the drone is flown; can be exchanged in flight
 * @param health when to stop believing
 */
public record PipelineSettings(
        Budget budget,
        FrameLimits limits,
        Mount mount,
        PlannerSettings planner,
        HealthSettings health) {
    private static final long MILLI = 1_000_000L;
    private static final long FUTURE_NANOS = 5 * MILLI;

    /** The node's defaults: 50 ms, brake at 40 ms, pictures up to 1920x1200, looking forward. */
    public static PipelineSettings defaults() {
        return of(50, 10, 1920, 1200, Mount.FORWARD, PlannerSettings.defaults());
    }

    /** Settings with the health rules' defaults. */
    public static PipelineSettings of(
            double budgetMs,
            double guardMarginMs,
            int maxWidth,
            int maxHeight,
            Mount mount,
            PlannerSettings planner) {
        Budget budget = Budget.ofMillis(budgetMs, guardMarginMs);
        return new PipelineSettings(
                budget,
                new FrameLimits(maxWidth, maxHeight, budget.staleAgeNanos(), FUTURE_NANOS),
                mount,
                planner,
                HealthSettings.defaults());
    }

    public PipelineSettings with(HealthSettings other) {
        return new PipelineSettings(budget, limits, mount, planner, other);
    }

    /** The same for header stamps of a simulated time: the budget counts from the arrival alone. */
    public PipelineSettings withSimulatedStamps() {
        return new PipelineSettings(budget.fromArrivalAlone(), limits, mount, planner, health);
    }

    /**
     * When to stop believing.
     *
     * @param requireOdometry whether flight needs odometry; without, the planner takes its own last
     *     command for the drone's velocity
     * @param odometryNanos odometry older than this is stale
     * @param wantedNanos a wanted velocity older than this counts as zero
     * @param silenceNanos without any frame for this long, brake
     * @param brakeRepeatNanos between brake commands while no frames come
     * @param rampNanos from the last good decision until the cautious command stands still
     * @param frozenNanos how long pictures equal to the last bit are put up with
     * @param slowestNanos a longer mean time between pictures is too slow to fly by
     */
    public record HealthSettings(
            boolean requireOdometry,
            long odometryNanos,
            long wantedNanos,
            long silenceNanos,
            long brakeRepeatNanos,
            long rampNanos,
            long frozenNanos,
            long slowestNanos) {
        public static HealthSettings defaults() {
            return new HealthSettings(
                    true,
                    500 * MILLI,
                    1000 * MILLI,
                    500 * MILLI,
                    100 * MILLI,
                    500 * MILLI,
                    500 * MILLI,
                    200 * MILLI);
        }

        public HealthSettings withTimeouts(long wanted, long silence) {
            return new HealthSettings(
                    requireOdometry,
                    odometryNanos,
                    wanted,
                    silence,
                    brakeRepeatNanos,
                    rampNanos,
                    frozenNanos,
                    slowestNanos);
        }

        public HealthSettings withOdometry(boolean required, long timeoutNanos) {
            return new HealthSettings(
                    required,
                    timeoutNanos,
                    wantedNanos,
                    silenceNanos,
                    brakeRepeatNanos,
                    rampNanos,
                    frozenNanos,
                    slowestNanos);
        }
    }
}
