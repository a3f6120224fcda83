package dev.jink.sim.trial;

import java.util.List;

/**
 * How fast flights were flown: a matter of the machine, no part of the flights.
 *
 * @param flownSeconds of all flights, on their own clocks
 * @param wallSeconds from the first start to the last landing
 */
public record Pace(int flights, double flownSeconds, double wallSeconds) {
    /** A flight that is long enough for any course: what paces are compared by. */
    private static final double YARDSTICK_SECONDS = 30;

    static Pace of(List<Flown> flown, double wallSeconds) {
        double flownSeconds = flown.stream().mapToDouble(Flown::seconds).sum();
        return new Pace(flown.size(), flownSeconds, wallSeconds);
    }

    public double flightsPerMinute() {
        return 60 * flights / wallSeconds;
    }

    /** How many it would have been, had each taken 30 s. */
    public double of30sPerMinute() {
        return 60 * flownSeconds / YARDSTICK_SECONDS / wallSeconds;
    }
}
