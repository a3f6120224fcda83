package dev.jink.sim.scene;

/** A point light, world frame metres; power in luminance at one metre. */
public record Lamp(double x, double y, double z, double power) {}
