package dev.jink.sim.scene;

import java.util.ArrayList;
import java.util.List;

/** A furnished room, from a small office to a hall. */
final class RoomScene {
    private RoomScene() {}

    static Scene any(long seed) {
        Draft draft = new Draft(seed);
        Dice dice = draft.dice;
        double halfX = dice.logUniform(1.6, 8);
        double halfY = dice.logUniform(1.6, 7);
        double height = dice.uniform(2.3, dice.chance(0.3) ? 6 : 3.4);
        walls(draft, halfX, halfY, height);
        furnish(draft, halfX, halfY, height);
        List<Lamp> lamps = new ArrayList<>();
        int count = dice.integer(1, 3);
        Material shade = draft.paints.lamp(2, 20);
        for (int i = 0; i < count; i++) {
            double x = dice.uniform(-halfX, halfX) * 0.8;
            double y = dice.uniform(-halfY, halfY) * 0.8;
            lamps.add(new Lamp(x, y, height - 0.2, dice.logUniform(0.3, 4)));
            if (dice.chance(0.7)) {
                draft.addFlat(
                        Box.of(
                                x,
                                y,
                                height,
                                dice.uniform(0.1, 0.6),
                                dice.uniform(0.1, 0.6),
                                0.03,
                                0),
                        shade);
            }
        }
        Region region =
                new Region(
                        0.4 - halfX,
                        halfX - 0.4,
                        0.4 - halfY,
                        halfY - 0.4,
                        0.5,
                        Math.min(4, height - 0.35));
        return draft.indoors(
                SceneKind.ROOM,
                draft.paints.floor(),
                draft.paints.of(dice.pick(Pattern.PLAIN, Pattern.TILES), 0.2, 0.95),
                height,
                lamps,
                region);
    }

    private static void walls(Draft draft, double halfX, double halfY, double height) {
        Dice dice = draft.dice;
        Material main = draft.paints.wall();
        double up = height / 2;
        for (int side = -1; side <= 1; side += 2) {
            Material m = dice.chance(0.7) ? main : draft.paints.wall();
            draft.box(side * (halfX + 0.1), 0, up, 0.1, halfY + 0.2, up, 0, m);
            m = dice.chance(0.7) ? main : draft.paints.wall();
            draft.box(0, side * (halfY + 0.1), up, halfX + 0.2, 0.1, up, 0, m);
        }
        if (dice.chance(0.45)) {
            Material pane =
                    draft.paints
                            .of(Pattern.WINDOWS, 0.85, 0.95)
                            .drawn(Pattern.WINDOWS, dice.uniform(0.6, 2))
                            .coloured(0.9, 0.3)
                            .shining(dice.logUniform(0.8, 12));
            int count = dice.integer(1, 3);
            for (int i = 0; i < count; i++) {
                double along = dice.uniform(-0.8, 0.8) * halfX;
                draft.box(
                        along,
                        halfY,
                        height * 0.55,
                        dice.uniform(0.3, 1),
                        0.03,
                        dice.uniform(0.3, 0.7),
                        0,
                        pane);
            }
        }
        if (dice.chance(0.25)) {
            // A partition standing into the room.
            draft.box(
                    dice.uniform(-0.5, 0.5) * halfX,
                    dice.sign() * halfY * 0.6,
                    up,
                    0.08,
                    halfY * 0.4,
                    up,
                    0,
                    main);
        }
    }

    private static void furnish(Draft draft, double halfX, double halfY, double height) {
        Dice dice = draft.dice;
        Furniture furniture = new Furniture(draft);
        Traffic traffic = new Traffic(draft);
        int count = (int) Math.min(26, dice.uniform(0.08, 0.45) * 4 * halfX * halfY + 2);
        for (int i = 0; i < count; i++) {
            double x = dice.uniform(-halfX, halfX);
            double y = dice.uniform(-halfY, halfY);
            double yaw = dice.pick(0.0, Math.PI / 2, Math.PI, -Math.PI / 2);
            if (dice.chance(0.55)) {
                if (dice.chance(0.5)) {
                    x = dice.sign() * (halfX - 0.35);
                    yaw = Math.PI / 2;
                } else {
                    y = dice.sign() * (halfY - 0.35);
                    yaw = 0;
                }
            } else {
                yaw += dice.gaussian(0.3, 1);
            }
            if (dice.chance(0.12)) {
                traffic.person(x * 0.8, y * 0.8, yaw);
            } else if (dice.chance(0.1)) {
                draft.post(x, y, 0, height, dice.logUniform(0.04, 0.3), draft.paints.thing());
            } else if (dice.chance(0.08)) {
                draft.stem(
                        x,
                        y,
                        height,
                        x,
                        y,
                        height * dice.uniform(0.5, 0.8),
                        0.01,
                        0.02,
                        draft.paints.metal());
            } else {
                furniture.any(x, y, yaw);
            }
        }
    }
}
