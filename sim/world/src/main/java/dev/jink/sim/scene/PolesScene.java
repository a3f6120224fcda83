package dev.jink.sim.scene;

/** Open ground with posts, fences, wires and the odd tree or bush. */
final class PolesScene {
    private PolesScene() {}

    static Scene any(long seed) {
        Draft draft = new Draft(seed);
        Dice dice = draft.dice;
        Street street = new Street(draft);
        Plants plants = new Plants(draft);
        Region region = new Region(-14, 14, -14, 14, 0.5, 4);
        Material bark = draft.paints.bark();
        Material leaves = draft.paints.leaves();
        for (double[] point : Scatter.points(dice, -24, 24, -24, 24, dice.logUniform(2.2, 6))) {
            double kind = dice.uniform(0, 1);
            if (kind < 0.7) {
                street.pole(point[0], point[1]);
            } else if (kind < 0.8) {
                plants.sapling(point[0], point[1], bark, leaves);
            } else if (kind < 0.88) {
                plants.bush(point[0], point[1], dice.logUniform(0.2, 1), leaves);
            }
        }
        int fences = dice.integer(0, 5);
        for (int i = 0; i < fences; i++) {
            street.fence(dice.uniform(-14, 14), dice.uniform(-14, 14), dice.uniform(0, Math.PI));
        }
        lines(draft, street, dice);
        Material ground = dice.chance(0.5) ? draft.paints.forestFloor() : draft.paints.road();
        return draft.outdoors(SceneKind.POLES, ground, region);
    }

    /** Rows of masts with wires between them. */
    private static void lines(Draft draft, Street street, Dice dice) {
        int rows = dice.integer(0, 3);
        for (int row = 0; row < rows; row++) {
            double yaw = dice.uniform(0, Math.PI);
            double offset = dice.uniform(-10, 10);
            double span = dice.uniform(4, 12);
            double height = dice.uniform(1.2, 5);
            double radius = dice.uniform(0.04, 0.12);
            Material mast = dice.chance(0.5) ? draft.paints.wood() : draft.paints.metal();
            Material wire = draft.paints.plain(0.02, 0.4);
            int strands = dice.integer(1, 3);
            double x = -Math.sin(yaw) * offset - Math.cos(yaw) * 2 * span;
            double y = Math.cos(yaw) * offset - Math.sin(yaw) * 2 * span;
            for (int i = 0; i < 5; i++) {
                double nextX = x + Math.cos(yaw) * span;
                double nextY = y + Math.sin(yaw) * span;
                draft.post(x, y, 0, height, radius, mast);
                for (int k = 0; i < 4 && k < strands; k++) {
                    double z = height * (0.97 - 0.14 * k);
                    street.wire(x, y, z, nextX, nextY, z, wire);
                }
                x = nextX;
                y = nextY;
            }
        }
    }
}
