package dev.jink.sim.scene;

/** Walls across the way with gaps to fly through, over open ground or in a yard. */
final class WallsScene {
    private WallsScene() {}

    static Scene any(long seed) {
        Draft draft = new Draft(seed);
        Dice dice = draft.dice;
        Region region = new Region(-8, 24, -8, 8, 0.5, 4);
        double x = dice.uniform(-6, 0);
        while (x < 30) {
            wall(draft, x);
            x += dice.uniform(3, 9);
        }
        Furniture furniture = new Furniture(draft);
        Street street = new Street(draft);
        int count = dice.integer(0, 14);
        for (int i = 0; i < count; i++) {
            double px = dice.uniform(-8, 26);
            double py = dice.uniform(-8, 8);
            if (dice.chance(0.7)) {
                furniture.thing(px, py, dice.uniform(0, Math.PI));
            } else {
                street.pole(px, py);
            }
        }
        Material ground = dice.chance(0.5) ? draft.paints.road() : draft.paints.floor();
        return draft.outdoors(SceneKind.WALLS, ground, region);
    }

    private static void wall(Draft draft, double x) {
        Dice dice = draft.dice;
        Material m = dice.chance(0.8) ? draft.paints.wall() : draft.paints.thing();
        double height = dice.logUniform(1.5, 8);
        double half = dice.uniform(0.05, 0.3);
        double lean = dice.gaussian(0.12, 0.4);
        double y = -12;
        while (y < 12) {
            double length = dice.uniform(1.5, 8);
            double middle = y + length / 2;
            draft.box(
                    x + middle * lean, middle, height / 2, half, length / 2, height / 2, -lean, m);
            double gap = dice.uniform(1, 3.5);
            if (dice.chance(0.35)) {
                double sill = dice.uniform(0.4, 1.2);
                double lintel = sill + dice.uniform(1, 2);
                double gapMiddle = y + length + gap / 2;
                draft.box(
                        x + gapMiddle * lean,
                        gapMiddle,
                        sill / 2,
                        half,
                        gap / 2,
                        sill / 2,
                        -lean,
                        m);
                if (lintel < height) {
                    draft.box(
                            x + gapMiddle * lean,
                            gapMiddle,
                            (lintel + height) / 2,
                            half,
                            gap / 2,
                            (height - lintel) / 2,
                            -lean,
                            m);
                }
            }
            y += length + gap;
        }
    }
}
