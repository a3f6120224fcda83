package dev.jink.sim.drone;

/**
 * How the air moves: an even wind from any side, and gusts on top of it.
 *
 * @param meanSpeed m/s, 0 to 20
 * @param gustSpeed deviation of each level component, m/s, 0 to 10
 */
public record Wind(double meanSpeed, double gustSpeed) {
    /** Air that stands still. */
    public static final Wind CALM = new Wind(0, 0);

    public Wind {
        if (!(meanSpeed >= 0 && meanSpeed <= 20) || !(gustSpeed >= 0 && gustSpeed <= 10)) {
            throw new IllegalArgumentException(
                    "wind: mean is "
                            + meanSpeed
                            + " m/s, gusts "
                            + gustSpeed
                            + " m/s; wanted 0 to 20 and 0 to 10");
        }
    }

    /** A wind of this mean with the gusts that usually go with it, a third of the mean. */
    public static Wind of(double meanSpeed) {
        return new Wind(meanSpeed, Math.min(10, meanSpeed / 3));
    }
}
