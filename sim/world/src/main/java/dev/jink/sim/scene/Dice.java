package dev.jink.sim.scene;

import java.util.SplittableRandom;

/** Seeded draws: the only source of chance in the simulated world. Not thread-safe. */
public final class Dice {
    private final SplittableRandom random;

    public Dice(long seed) {
        random = new SplittableRandom(scrambled(seed));
    }

    /**
     * Murmur's 64-bit finaliser. SplittableRandom steps its state by a constant, so that seeds
     * which differ by a multiple of it would give the same draws shifted by a few.
     */
    private static long scrambled(long seed) {
        long h = seed + 0x632BE59BD9B4E019L;
        h = (h ^ (h >>> 33)) * 0xFF51AFD7ED558CCDL;
        h = (h ^ (h >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return h ^ (h >>> 33);
    }

    /** Uniform in [low, high). */
    public double uniform(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Log-uniform in [low, high): every octave equally often. Both bounds positive. */
    public double logUniform(double low, double high) {
        return low * Math.pow(high / low, random.nextDouble());
    }

    public double gaussian() {
        return random.nextGaussian();
    }

    /** A normal draw with the given deviation, held inside ±limit. */
    public double gaussian(double deviation, double limit) {
        return Math.clamp(random.nextGaussian() * deviation, -limit, limit);
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Uniform in [0, bound). */
    public int integer(int bound) {
        return random.nextInt(bound);
    }

    /** Uniform in [low, high], both ends included. */
    public int integer(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    public long seed() {
        return random.nextLong();
    }

    /** +1 or -1. */
    public int sign() {
        return random.nextBoolean() ? 1 : -1;
    }

    @SafeVarargs
    public final <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
