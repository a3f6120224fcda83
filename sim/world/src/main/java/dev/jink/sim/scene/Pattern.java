package dev.jink.sim.scene;

/** What is drawn on a surface; {@link Texture} says how. */
public enum Pattern {
    PLAIN,
    STRIPES,
    PLANKS,
    BRICKS,
    TILES,
    CHECKS,
    WINDOWS,
    /** Indoor wall: skirting board, doors, posters. */
    FURNISHED_WALL,
    /** Long vertical furrows. */
    BARK,
    /** Pale bark with dark lying marks. */
    BIRCH,
    FOLIAGE,
    BLOBS,
    /** Leaves and twigs on a forest floor. */
    LITTER
}
