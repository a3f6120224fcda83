package dev.jink.training;

import dev.jink.sim.scene.SceneKind;

import java.util.SplittableRandom;

/** Which scenes a pool holds: two fifths woods and poles, as flown, the rest to know more. */
enum Mixture {
    FOREST(SceneKind.FOREST, 0.32),
    POLES(SceneKind.POLES, 0.10),
    STREET(SceneKind.STREET, 0.18),
    CORRIDOR(SceneKind.CORRIDOR, 0.14),
    ROOM(SceneKind.ROOM, 0.18),
    WALLS(SceneKind.WALLS, 0.08);

    private final SceneKind scene;
    private final double share;

    Mixture(SceneKind scene, double share) {
        this.scene = scene;
        this.share = share;
    }

    SceneKind scene() {
        return scene;
    }

    /** Of the pictures, 0 … 1; all shares add up to 1. */
    double share() {
        return share;
    }

    static SceneKind draw(SplittableRandom random) {
        double point = random.nextDouble();
        for (Mixture part : values()) {
            point -= part.share;
            if (point < 0) {
                return part.scene;
            }
        }
        return FOREST.scene;
    }
}
