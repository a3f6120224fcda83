package dev.jink.sim.trial;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a number of flights of one pilot are worth.
 *
 * @param interval 95 % of the success rate
 * @param meanSpeed towards the goal, m/s, mean of the flights that reached it; 0 without any
 * @param pathExcess share by which their paths were longer than their progress, mean of the same
 * @param closestM median over all flights of the least free space around the drone
 * @param joulesPerM energy per metre of progress, mean of the flights that reached the goal
 * @param p50Ms the pilot's work per picture, half of them within this
 * @param p99Ms and 99 of 100 within this
 */
public record Score(
        int trials,
        int successes,
        int collisions,
        int timeouts,
        Wilson interval,
        double meanSpeed,
        double pathExcess,
        double closestM,
        double joulesPerM,
        double p50Ms,
        double p99Ms) {

    /** @throws IllegalArgumentException without a flight */
    public static Score of(List<Flown> flights, Timing timing) {
        int successes = (int) flights.stream().filter(Flown::success).count();
        int collisions = (int) flights.stream().filter(Flown::collided).count();
        double[] closest = flights.stream().mapToDouble(Flown::closestM).sorted().toArray();
        Wilson interval = Wilson.of(successes, flights.size());
        int half = closest.length / 2;
        double median =
                closest.length % 2 == 1 ? closest[half] : (closest[half - 1] + closest[half]) / 2;
        return new Score(
                flights.size(),
                successes,
                collisions,
                flights.size() - successes - collisions,
                interval,
                mean(flights, Flown::meanSpeed),
                mean(flights, Flown::pathExcess),
                median,
                mean(flights, f -> f.energyJ() / f.progressM()),
                timing.quantileMs(0.5),
                timing.quantileMs(0.99));
    }

    /** The success rate, 0 to 1. */
    public double success() {
        return (double) successes / trials;
    }

    private static double mean(List<Flown> flights, ToDoubleFunction<Flown> value) {
        return flights.stream().filter(Flown::success).mapToDouble(value).average().orElse(0);
    }
}
