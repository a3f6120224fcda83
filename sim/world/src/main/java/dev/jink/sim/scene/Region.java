package dev.jink.sim.scene;

/** An upright block of space, world frame metres: where a drone may be in a scene. */
public record Region(
        double minX, double maxX, double minY, double maxY, double minZ, double maxZ) {}
