package dev.jink.sim.scene;

/**
 * One thing of a scene.
 *
 * @param obstacle false for what a drone may ignore: road markings, kerbs, herbs near the ground
 */
public record Primitive(Shape shape, Material material, boolean obstacle) {}
