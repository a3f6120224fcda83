package dev.jink.calibration.solve;

/**
 * A picture that was left out.
 *
 * @param name of the picture
 * @param reason in a few words
 */
public record Rejection(String name, String reason) {}
