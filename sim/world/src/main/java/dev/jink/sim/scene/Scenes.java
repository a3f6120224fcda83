package dev.jink.sim.scene;

/** The door to this room: any scene of a kind by its seed. */
public final class Scenes {
    private Scenes() {}

    /** The same kind and seed always give the same scene. Takes about a millisecond. */
    public static Scene generate(SceneKind kind, long seed) {
        return switch (kind) {
            case FOREST -> Forest.any(seed);
            case POLES -> PolesScene.any(seed);
            case CORRIDOR -> CorridorScene.any(seed);
            case ROOM -> RoomScene.any(seed);
            case STREET -> StreetScene.any(seed);
            case WALLS -> WallsScene.any(seed);
        };
    }
}
