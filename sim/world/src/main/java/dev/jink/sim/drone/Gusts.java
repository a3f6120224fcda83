package dev.jink.sim.drone;

import dev.jink.sim.scene.Dice;

/**
 * Wind over time. Each level component of the gusts is a first-order Gauss-Markov process with a
 * correlation time of 1.5 s (the longitudinal form of the Dryden spectrum at low height, length
 * scale over air speed). Deterministic by seed; one flight, one thread.
 */
public final class Gusts {
    private static final double CORRELATION_SECONDS = 1.5;

    private final Dice dice;
    private final double meanX;
    private final double meanY;
    private final double keep;
    private final double kick;
    private final boolean calm;
    private double gustX;
    private double gustY;

    /** @param stepSeconds between two calls of {@link #step} */
    public Gusts(Wind wind, double stepSeconds, long seed) {
        dice = new Dice(seed);
        double from = dice.uniform(0, 2 * Math.PI);
        meanX = wind.meanSpeed() * Math.cos(from);
        meanY = wind.meanSpeed() * Math.sin(from);
        keep = Math.exp(-stepSeconds / CORRELATION_SECONDS);
        kick = wind.gustSpeed() * Math.sqrt(1 - keep * keep);
        calm = wind.equals(Wind.CALM);
        gustX = wind.gustSpeed() * dice.gaussian();
        gustY = wind.gustSpeed() * dice.gaussian();
    }

    public void step() {
        if (!calm) {
            gustX = keep * gustX + kick * dice.gaussian();
            gustY = keep * gustY + kick * dice.gaussian();
        }
    }

    /** Of the air, world frame, m/s. */
    public double vx() {
        return meanX + gustX;
    }

    /** Of the air, world frame, m/s. */
    public double vy() {
        return meanY + gustY;
    }
}
