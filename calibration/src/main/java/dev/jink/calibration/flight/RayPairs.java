package dev.jink.calibration.flight;

/**
 * Things seen in two pictures: the unit rays to each, in the optical frame of its own picture.
 *
 * @param fromS stamp of the first picture
 * @param toS stamp of the second, later
 * @param from [n][3]
 * @param to [n][3]
 */
public record RayPairs(double fromS, double toS, double[] from, double[] to) {

    /** How many things. */
    public int size() {
        return from.length / 3;
    }
}
