package dev.jink.sim.trial;

/**
 * The 95 % Wilson score interval of a success rate: (p + z²/2n ± z sqrt(p(1-p)/n + z²/4n²)) / (1 +
 * z²/n) with z = 1.96 (Wilson 1927). Honest for few trials and for rates near 0 and 1.
 */
public record Wilson(double low, double high) {
    private static final double Z = 1.959964;

    /** @throws IllegalArgumentException unless 0 ≤ successes ≤ n and n ≥ 1 */
    public static Wilson of(int successes, int n) {
        if (n < 1 || successes < 0 || successes > n) {
            throw new IllegalArgumentException(
                    "wilson: " + successes + " of " + n + ", wanted 0 <= successes <= n, n >= 1");
        }
        double p = (double) successes / n;
        double square = Z * Z / n;
        double middle = (p + square / 2) / (1 + square);
        double half = Z * Math.sqrt(p * (1 - p) / n + square / (4 * n)) / (1 + square);
        return new Wilson(Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
