package dev.jink.sim.scene;

/** Families of scenes. */
public enum SceneKind {
    FOREST,
    POLES,
    CORRIDOR,
    ROOM,
    STREET,
    WALLS
}
