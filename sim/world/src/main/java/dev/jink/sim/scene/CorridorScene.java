package dev.jink.sim.scene;

import java.util.ArrayList;
import java.util.List;

/** An indoor corridor along x: doors ajar, things along the walls, an end wall, lamps. */
final class CorridorScene {
    private CorridorScene() {}

    static Scene any(long seed) {
        Draft draft = new Draft(seed);
        Dice dice = draft.dice;
        double wide = dice.chance(0.25) ? 2 : 1;
        double left = dice.uniform(0.7, 1.7) * wide;
        double right = dice.uniform(0.7, 1.7) * wide;
        double end = dice.logUniform(4, 40);
        double back = -dice.uniform(3, 10);
        double height = dice.uniform(2.2, 3.8);
        walls(draft, left, right, back, end, height);
        things(draft, left, right, back, end, height);
        List<Lamp> lamps = lamps(draft, back, end, height);
        Region region =
                new Region(back + 0.4, end - 0.4, 0.35 - right, left - 0.35, 0.5, height - 0.35);
        return draft.indoors(
                SceneKind.CORRIDOR,
                draft.paints.floor(),
                draft.paints.of(Pattern.TILES, 0.2, 0.95),
                height,
                lamps,
                region);
    }

    private static void walls(
            Draft draft, double left, double right, double back, double end, double height) {
        Dice dice = draft.dice;
        Material one = draft.paints.wall();
        Material two = dice.chance(0.7) ? one : draft.paints.wall();
        double middle = (back + end) / 2;
        double half = (end - back) / 2;
        double up = height / 2;
        double across = (left - right) / 2;
        double wide = (left + right) / 2;
        if (end > 10 && dice.chance(0.5)) {
            // A side opening to the left: a crossing corridor.
            double from = dice.uniform(2, end - 4);
            double to = from + dice.uniform(1.2, 2.5);
            draft.box((back + from) / 2, left + 0.1, up, (from - back) / 2, 0.1, up, 0, one);
            draft.box((to + end) / 2, left + 0.1, up, (end - to) / 2, 0.1, up, 0, one);
            draft.box((from + to) / 2, left + 4, up, to - from, 0.1, up, 0, two);
        } else {
            draft.box(middle, left + 0.1, up, half, 0.1, up, 0, one);
        }
        draft.box(middle, -right - 0.1, up, half, 0.1, up, 0, two);
        Material last = dice.chance(0.5) ? one : draft.paints.wall();
        draft.box(end + 0.1, across, up, 0.1, wide + 4, up, 0, last);
        draft.box(back - 0.1, across, up, 0.1, wide + 4, up, 0, last);
    }

    private static void things(
            Draft draft, double left, double right, double back, double end, double height) {
        Dice dice = draft.dice;
        Furniture furniture = new Furniture(draft);
        Traffic traffic = new Traffic(draft);
        int count = dice.integer(0, 8);
        for (int i = 0; i < count; i++) {
            double x = dice.uniform(back + 1, end - 0.5);
            double y = dice.chance(0.5) ? left - 0.2 : 0.2 - right;
            double kind = dice.uniform(0, 1);
            if (kind < 0.35) {
                double ajar = dice.chance(0.5) ? 0 : dice.uniform(-1.2, 1.2);
                draft.box(
                        x,
                        y,
                        1.05,
                        dice.uniform(0.4, 0.5),
                        0.04,
                        1.05,
                        ajar,
                        draft.paints.plain(0.05, 0.8));
            } else if (kind < 0.5) {
                traffic.person(x, dice.uniform(0.4 - right, left - 0.4), dice.uniform(0, 6.28));
            } else if (kind < 0.65) {
                draft.post(x, y, 0, height, dice.uniform(0.05, 0.2), draft.paints.thing());
            } else {
                furniture.any(x, y, dice.chance(0.7) ? 0 : dice.uniform(0, Math.PI));
            }
        }
    }

    private static List<Lamp> lamps(Draft draft, double back, double end, double height) {
        Dice dice = draft.dice;
        double step = dice.uniform(2, 6);
        double y = dice.uniform(-0.3, 0.3);
        double power = dice.logUniform(0.3, 3);
        Material shade = draft.paints.lamp(2, 30);
        boolean round = dice.chance(0.4);
        List<Lamp> lamps = new ArrayList<>();
        for (double x = back + 1; x < end; x += step) {
            if (lamps.size() < 4 && x > -4) {
                lamps.add(new Lamp(x, y, height - 0.15, power));
            }
            if (round) {
                draft.addFlat(
                        Frustum.between(x, y, height - 0.05, x, y, height, 0.12, 0.12), shade);
            } else {
                draft.addFlat(Box.of(x, y, height, 0.6, 0.15, 0.03, 0), shade);
            }
        }
        return lamps;
    }
}
