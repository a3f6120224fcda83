package dev.jink.training;

/**
 * Learning rate: a straight rise over the first steps, then half a cosine down to a hundredth of
 * the peak (Loshchilov and Hutter, "SGDR", 2017).
 *
 * @param peak the highest rate
 * @param warmUp steps of the rise
 * @param steps steps in all
 */
record Schedule(double peak, int warmUp, int steps) {
    private static final double FLOOR = 0.01;

    /** The rate of step 0 … steps - 1. */
    double rate(int step) {
        double rise = Math.min(1.0, (step + 1.0) / Math.max(1, warmUp));
        double fall = 0.5 * (1 + Math.cos(Math.PI * step / Math.max(1, steps)));
        return peak * rise * (FLOOR + (1 - FLOOR) * fall);
    }
}
