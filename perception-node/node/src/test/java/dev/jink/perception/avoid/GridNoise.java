package dev.jink.perception.avoid;

import dev.jink.perception.sight.ObstacleGrid;

import java.util.SplittableRandom;

/**
 * What a network makes of true ranges, roughly: ranges off by a quarter (log-normal), cells that
 * overlook their obstacle, false alarms, and cells it doesn't know. Each picture anew, by seed.
 */
final class GridNoise {
    private static final double SPREAD = 0.25;
    private static final double OVERLOOKED = 0.05;
    private static final double FALSE_ALARM = 0.004;
    private static final double UNKNOWN = 0.02;

    private final SplittableRandom random;

    GridNoise(long seed) {
        random = new SplittableRandom(seed);
    }

    void spoil(ObstacleGrid grid) {
        for (int cell = 0; cell < grid.cells(); cell++) {
            float range = grid.rangeM(cell);
            double draw = random.nextDouble();
            if (Float.isFinite(range)) {
                range *= (float) Math.exp(SPREAD * random.nextGaussian());
                range = draw < OVERLOOKED ? Float.POSITIVE_INFINITY : range;
            } else if (draw < FALSE_ALARM) {
                range = (float) (1 + 5 * random.nextDouble());
            }
            boolean known = random.nextDouble() >= UNKNOWN;
            grid.set(cell, known ? range : Float.NaN, known ? 1 : 0);
        }
    }
}
