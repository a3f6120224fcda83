package dev.jink.sim.scene;

/** A street or yard along x: façades, parked cars, people, stands, poles, trees, kerbs. */
final class StreetScene {
    private StreetScene() {}

    static Scene any(long seed) {
        Draft draft = new Draft(seed);
        Dice dice = draft.dice;
        double[] side = new double[2];
        for (int i = 0; i < 2; i++) {
            side[i] = dice.chance(0.8) ? dice.logUniform(2.5, 14) : 14;
            if (side[i] < 14) {
                row(draft, (i == 0 ? 1 : -1) * side[i], i == 0 ? 1 : -1);
            }
        }
        if (dice.chance(0.4)) {
            double height = dice.logUniform(3, 20);
            draft.box(
                    dice.logUniform(18, 60),
                    dice.uniform(-6, 6),
                    height / 2,
                    3,
                    dice.logUniform(2, 15),
                    height / 2,
                    dice.uniform(-0.3, 0.3),
                    dice.chance(0.5) ? draft.paints.wall() : draft.paints.facade());
        }
        markings(draft, side);
        things(draft, side);
        Region region = new Region(-10, 25, 0.5 - side[1], side[0] - 0.5, 0.5, 4);
        return draft.outdoors(SceneKind.STREET, draft.paints.road(), region);
    }

    private static void row(Draft draft, double y, int sign) {
        Dice dice = draft.dice;
        double x = -20;
        while (x < 55) {
            double length = dice.uniform(4, 22);
            double height = dice.logUniform(3, 20);
            Material m = dice.chance(0.6) ? draft.paints.facade() : draft.paints.wall();
            double face = y * dice.uniform(1, 1.15);
            draft.box(x + length / 2, face + sign * 4, height / 2, length / 2, 4, height / 2, 0, m);
            if (dice.chance(0.35)) {
                Material plinth = draft.paints.thing().glossy(dice.uniform(0, 0.4));
                draft.box(x + length / 2, face, 0.6, length / 2, 0.06, 0.6, 0, plinth);
            }
            if (dice.chance(0.3)) {
                draft.box(
                        x + length * 0.4,
                        face - sign * 0.6,
                        dice.uniform(2.4, 3.2),
                        length * 0.25,
                        0.6,
                        0.06,
                        0,
                        draft.paints.cloth());
            }
            x += length + (dice.chance(0.3) ? dice.uniform(1, 8) : 0);
        }
    }

    private static void markings(Draft draft, double[] side) {
        Dice dice = draft.dice;
        if (dice.chance(0.5)) {
            Material paint = draft.paints.plain(0.5, 0.95).glossy(0);
            double y = dice.uniform(-1.5, 1.5);
            double half = dice.uniform(0.05, 0.1);
            double step = dice.uniform(2, 6);
            for (double x = -12; x < 35; x += step) {
                draft.addFlat(Box.of(x, y, 0, step * 0.3, half, 0.004, 0), paint);
            }
        }
        for (int i = 0; i < 2; i++) {
            if (dice.chance(0.6)) {
                double sign = i == 0 ? 1 : -1;
                double wide = side[i] * dice.uniform(0.1, 0.3);
                draft.addFlat(
                        Box.of(10, sign * (side[i] - wide), 0.06, 40, wide, 0.06, 0),
                        draft.paints.road());
            }
        }
    }

    private static void things(Draft draft, double[] side) {
        Dice dice = draft.dice;
        Street street = new Street(draft);
        Traffic traffic = new Traffic(draft);
        Plants plants = new Plants(draft);
        Furniture furniture = new Furniture(draft);
        Material bark = draft.paints.bark();
        Material leaves = draft.paints.leaves();
        boolean parked = dice.chance(0.6);
        for (double x = -12; parked && x < 35; x += dice.uniform(5, 12)) {
            int i = dice.integer(2);
            double y = (i == 0 ? 1 : -1) * (side[i] - dice.uniform(1.2, 2));
            traffic.car(x, y, dice.gaussian(0.05, 0.2) + (dice.chance(0.5) ? Math.PI : 0));
        }
        int count = dice.integer(6, 26);
        for (int k = 0; k < count; k++) {
            double x = dice.uniform(-12, 32);
            double y = dice.uniform(0.3 - side[1], side[0] - 0.3);
            double yaw = dice.uniform(0, 2 * Math.PI);
            double kind = dice.uniform(0, 1);
            if (kind < 0.28) {
                traffic.person(x, y, yaw);
            } else if (kind < 0.36) {
                traffic.car(x, y, yaw);
            } else if (kind < 0.48) {
                plants.tree(x, y, dice.logUniform(0.06, 0.25), bark, leaves);
            } else if (kind < 0.56) {
                plants.bush(x, y, dice.logUniform(0.2, 1), leaves);
            } else if (kind < 0.7) {
                street.pole(x, y);
            } else if (kind < 0.78) {
                street.fence(x, y, dice.chance(0.6) ? 0 : yaw);
            } else if (kind < 0.85) {
                street.stand(x, y, dice.chance(0.6) ? 0 : yaw);
            } else {
                furniture.thing(x, y, yaw);
            }
        }
    }
}
