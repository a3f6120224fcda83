package dev.jink.sim.scene;

/** Trees, bushes, deadwood and herbs, standing on the ground. Lengths in metres. */
final class Plants {
    private final Draft draft;
    private final Dice dice;

    Plants(Draft draft) {
        this.draft = draft;
        this.dice = draft.dice;
    }

    /** A tree of one of three habits; the trunk's radius at breast height is about radius. */
    void tree(double x, double y, double radius, Material bark, Material leaves) {
        double habit = dice.uniform(0, 1);
        if (habit < 0.6) {
            broadleaf(x, y, radius, bark, leaves);
        } else if (habit < 0.85) {
            pine(x, y, radius, bark, leaves);
        } else {
            spruce(x, y, radius, bark, leaves);
        }
    }

    private void broadleaf(double x, double y, double radius, Material bark, Material leaves) {
        double height = dice.uniform(5, 11);
        double lean = dice.gaussian(0.05, 0.15) * height;
        double leanY = dice.gaussian(0.05, 0.15) * height;
        double kink = dice.uniform(0.35, 0.6);
        double kinkX = x + lean * kink + dice.uniform(-0.2, 0.2);
        double kinkY = y + leanY * kink + dice.uniform(-0.2, 0.2);
        draft.stem(x, y, -0.1, kinkX, kinkY, height * kink, radius * 1.2, radius * 0.8, bark);
        draft.stem(
                kinkX,
                kinkY,
                height * kink - radius * 0.1,
                x + lean,
                y + leanY,
                height,
                radius * 0.8,
                radius * 0.35,
                bark);
        flare(x, y, radius, bark);
        branches(x, y, height, radius, bark, leaves, 1.2);
        crown(x + lean, y + leanY, height, dice.uniform(1.2, 2.6), leaves);
    }

    private void pine(double x, double y, double radius, Material bark, Material leaves) {
        double height = dice.uniform(7, 13);
        draft.stem(x, y, -0.1, x, y, height, radius * 1.15, radius * 0.4, bark);
        if (dice.chance(0.5)) {
            branches(x, y, height * 0.7, radius * 0.6, bark, leaves, 0.8);
        }
        crown(x, y, height, dice.uniform(1, 2), leaves);
    }

    private void spruce(double x, double y, double radius, Material bark, Material leaves) {
        double height = dice.uniform(4, 9);
        double clear = dice.uniform(0.3, 2.5);
        draft.stem(x, y, -0.1, x, y, height * 0.9, radius * 1.1, radius * 0.3, bark);
        double skirt = dice.uniform(0.7, 1.7);
        int tiers = dice.integer(3, 5);
        for (int i = 0; i < tiers; i++) {
            double share = (double) i / tiers;
            double low = clear + (height - clear) * share;
            double width = skirt * (1 - 0.8 * share);
            draft.stem(
                    x,
                    y,
                    low,
                    x,
                    y,
                    low + (height - clear) / tiers * 1.5,
                    width,
                    width * 0.15,
                    leaves);
        }
    }

    private void flare(double x, double y, double radius, Material bark) {
        if (dice.chance(0.4)) {
            draft.stem(
                    x,
                    y,
                    -0.1,
                    x,
                    y,
                    dice.uniform(0.2, 0.5),
                    radius * dice.uniform(1.5, 2.2),
                    radius,
                    bark);
        }
    }

    private void branches(
            double x,
            double y,
            double height,
            double radius,
            Material bark,
            Material leaves,
            double reach) {
        int count = dice.integer(0, 5);
        for (int i = 0; i < count; i++) {
            double root = dice.uniform(0.12, 0.75) * height;
            double yaw = dice.uniform(0, 2 * Math.PI);
            double length = reach * dice.logUniform(0.3, 1.6);
            double tipX = x + Math.cos(yaw) * length;
            double tipY = y + Math.sin(yaw) * length;
            double tipZ = root + length * dice.uniform(-0.15, 0.8);
            double thick = Math.min(radius * 0.5, dice.logUniform(0.012, 0.07));
            draft.stem(x, y, root, tipX, tipY, tipZ, thick, thick * 0.4, bark);
            if (dice.chance(0.35)) {
                double tuft = dice.uniform(0.15, 0.5);
                draft.ellipsoid(tipX, tipY, tipZ, tuft, tuft, tuft * 0.7, yaw, leaves);
            }
        }
    }

    private void crown(double x, double y, double height, double size, Material leaves) {
        int lobes = dice.integer(1, 3);
        for (int i = 0; i < lobes; i++) {
            draft.ellipsoid(
                    x + dice.uniform(-0.7, 0.7) * size,
                    y + dice.uniform(-0.7, 0.7) * size,
                    height + dice.uniform(-0.4, 0.5) * size,
                    size * dice.uniform(0.6, 1.2),
                    size * dice.uniform(0.6, 1.2),
                    size * dice.uniform(0.4, 0.9),
                    dice.uniform(0, Math.PI),
                    leaves);
        }
    }

    void sapling(double x, double y, Material bark, Material leaves) {
        double height = dice.uniform(1, 3.5);
        double radius = dice.uniform(0.012, 0.04);
        double tipX = x + dice.gaussian(0.15, 0.5);
        double tipY = y + dice.gaussian(0.15, 0.5);
        draft.stem(x, y, -0.05, tipX, tipY, height, radius, radius * 0.4, bark);
        branches(x, y, height, radius, bark, leaves, 0.4);
        if (dice.chance(0.5)) {
            double tuft = dice.uniform(0.2, 0.6);
            draft.ellipsoid(tipX, tipY, height, tuft, tuft, tuft, 0, leaves);
        }
    }

    void bush(double x, double y, double size, Material leaves) {
        int lobes = dice.integer(1, 4);
        for (int i = 0; i < lobes; i++) {
            double height = size * dice.uniform(0.4, 1.1);
            draft.ellipsoid(
                    x + dice.uniform(-0.6, 0.6) * size,
                    y + dice.uniform(-0.6, 0.6) * size,
                    height * dice.uniform(0.3, 0.9),
                    size * dice.uniform(0.4, 1),
                    size * dice.uniform(0.4, 1),
                    height,
                    dice.uniform(0, Math.PI),
                    leaves);
        }
    }

    /** Herbs and grass tufts near the ground: seen, but no obstacle. */
    void herb(double x, double y, Material leaves) {
        double size = dice.logUniform(0.08, 0.35);
        draft.addFlat(
                Ellipsoid.of(x, y, 0, size * 1.4, size, size * dice.uniform(0.4, 0.9), 0), leaves);
    }

    void deadwood(double x, double y, Material bark) {
        double yaw = dice.uniform(0, 2 * Math.PI);
        double length = dice.uniform(1, 5);
        double radius = dice.uniform(0.06, 0.25);
        double rise = dice.chance(0.3) ? dice.uniform(0.3, 2.5) : radius;
        draft.stem(
                x,
                y,
                radius * 0.8,
                x + length * Math.cos(yaw),
                y + length * Math.sin(yaw),
                rise,
                radius,
                radius * 0.6,
                bark);
    }

    void stump(double x, double y, Material bark) {
        double radius = dice.uniform(0.12, 0.4);
        draft.stem(x, y, -0.1, x, y, dice.uniform(0.2, 1.2), radius * 1.2, radius, bark);
    }
}
