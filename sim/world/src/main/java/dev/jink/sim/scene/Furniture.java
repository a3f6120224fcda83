package dev.jink.sim.scene;

/** Indoor things standing on the floor. Lengths in metres. */
final class Furniture {
    private final Draft draft;
    private final Dice dice;

    Furniture(Draft draft) {
        this.draft = draft;
        this.dice = draft.dice;
    }

    void any(double x, double y, double yaw) {
        double kind = dice.uniform(0, 1);
        if (kind < 0.25) {
            table(x, y, yaw);
        } else if (kind < 0.4) {
            chair(x, y, yaw);
        } else if (kind < 0.6) {
            shelf(x, y, yaw);
        } else {
            thing(x, y, yaw);
        }
    }

    void table(double x, double y, double yaw) {
        double halfX = dice.uniform(0.35, 1);
        double halfY = dice.uniform(0.3, 0.5);
        double height = dice.uniform(0.4, 1.05);
        draft.box(x, y, height, halfX, halfY, dice.uniform(0.015, 0.05), yaw, draft.paints.thing());
        legs(x, y, yaw, halfX - 0.05, halfY - 0.05, height, dice.uniform(0.015, 0.035));
        int load = dice.chance(0.7) ? dice.integer(1, 4) : 0;
        for (int i = 0; i < load; i++) {
            double along = dice.uniform(-0.8, 0.8) * halfX;
            double across = dice.uniform(-0.7, 0.7) * halfY;
            double ox = x + Math.cos(yaw) * along - Math.sin(yaw) * across;
            double oy = y + Math.sin(yaw) * along + Math.cos(yaw) * across;
            double half = dice.uniform(0.04, 0.28);
            if (dice.chance(0.6)) {
                draft.box(
                        ox,
                        oy,
                        height + half,
                        dice.uniform(0.05, 0.3),
                        dice.uniform(0.03, 0.15),
                        half,
                        yaw + dice.uniform(-0.5, 0.5),
                        draft.paints.thing());
            } else {
                draft.post(
                        ox, oy, height, 2 * half, dice.uniform(0.03, 0.12), draft.paints.thing());
            }
        }
        if (dice.chance(0.3)) {
            draft.box(
                    x,
                    y,
                    height * 0.5,
                    halfX * 0.95,
                    halfY * 0.9,
                    height * 0.45,
                    yaw,
                    draft.paints.thing());
        }
    }

    void chair(double x, double y, double yaw) {
        double seat = dice.uniform(0.4, 0.6);
        double half = dice.uniform(0.18, 0.25);
        Material m = draft.paints.thing();
        draft.box(x, y, seat, half, half, 0.03, yaw, m);
        draft.box(
                x - Math.sin(yaw) * half,
                y + Math.cos(yaw) * half,
                seat + 0.3,
                half,
                0.025,
                0.24,
                yaw,
                m);
        if (dice.chance(0.5)) {
            draft.post(x, y, 0, seat, 0.03, draft.paints.metal());
        } else {
            legs(x, y, yaw, half * 0.9, half * 0.9, seat, 0.018);
        }
    }

    private void legs(
            double x,
            double y,
            double yaw,
            double halfX,
            double halfY,
            double height,
            double radius) {
        Material m = draft.paints.metal();
        for (int corner = 0; corner < 4; corner++) {
            double along = (corner & 1) == 0 ? halfX : -halfX;
            double across = (corner & 2) == 0 ? halfY : -halfY;
            draft.post(
                    x + Math.cos(yaw) * along - Math.sin(yaw) * across,
                    y + Math.sin(yaw) * along + Math.cos(yaw) * across,
                    0,
                    height,
                    radius,
                    m);
        }
    }

    void shelf(double x, double y, double yaw) {
        double halfX = dice.uniform(0.3, 0.8);
        double halfY = dice.uniform(0.12, 0.3);
        double height = dice.uniform(0.8, 2.2);
        Material m = draft.paints.thing();
        if (dice.chance(0.5)) {
            draft.box(x, y, height / 2, halfX, halfY, height / 2, yaw, m);
            return;
        }
        int boards = dice.integer(3, 5);
        double step = height / (boards - 1);
        for (int i = 0; i < boards; i++) {
            draft.box(x, y, i * step, halfX, halfY, 0.015, yaw, m);
            for (int k = 0; i < boards - 1 && k < 3; k++) {
                double half = step * dice.uniform(0.2, 0.45);
                double along = dice.uniform(-0.8, 0.8) * halfX;
                draft.box(
                        x + Math.cos(yaw) * along,
                        y + Math.sin(yaw) * along,
                        i * step + half,
                        dice.uniform(0.04, 0.2),
                        halfY * 0.7,
                        half,
                        yaw,
                        draft.paints.thing());
            }
        }
        for (int side = -1; side <= 1; side += 2) {
            draft.box(
                    x + side * Math.cos(yaw) * halfX,
                    y + side * Math.sin(yaw) * halfX,
                    height / 2,
                    0.015,
                    halfY,
                    height / 2,
                    yaw,
                    m);
        }
    }

    /** A crate, barrel, ball, board or bar of no particular use. */
    void thing(double x, double y, double yaw) {
        Material m = draft.paints.thing();
        double half = dice.logUniform(0.12, 1.1);
        double middle = dice.chance(0.75) ? half : dice.uniform(half, Math.max(half, 2) + 0.01);
        switch (dice.integer(6)) {
            case 0, 1 -> {
                double halfX = dice.logUniform(0.08, 0.7);
                draft.box(x, y, middle, halfX, dice.logUniform(0.08, 0.7), half, yaw, m);
                if (dice.chance(0.4)) {
                    draft.box(
                            x,
                            y,
                            middle + half + 0.15,
                            halfX * 0.7,
                            dice.logUniform(0.08, 0.4),
                            0.15,
                            yaw + dice.uniform(-0.5, 0.5),
                            draft.paints.thing());
                }
            }
            case 2 -> draft.post(x, y, middle - half, 2 * half, dice.logUniform(0.05, 0.5), m);
            case 3 ->
                    draft.ellipsoid(
                            x,
                            y,
                            middle,
                            dice.logUniform(0.1, 0.6),
                            dice.logUniform(0.1, 0.6),
                            half,
                            yaw,
                            m);
            case 4 ->
                    draft.rod(
                            x,
                            y,
                            dice.uniform(0.05, 1),
                            x + dice.uniform(-0.8, 0.8),
                            y + dice.uniform(-0.5, 0.5),
                            dice.uniform(1.05, 2.2),
                            dice.logUniform(0.03, 0.2),
                            m);
            default -> {
                double high = dice.uniform(0.5, 1.3);
                draft.box(
                        x,
                        y,
                        high,
                        dice.uniform(0.4, 1.5),
                        dice.logUniform(0.02, 0.15),
                        high,
                        yaw,
                        dice.chance(0.5) ? draft.paints.wall() : m);
            }
        }
    }
}
