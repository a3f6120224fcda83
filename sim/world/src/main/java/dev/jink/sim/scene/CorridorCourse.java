package dev.jink.sim.scene;

import java.util.ArrayList;
import java.util.List;

/**
 * A corridor of 2.8 to 3.8 m with something at one wall or the other every spacing metres: a
 * pillar, a cupboard, a door ajar, a person. Each leaves at least 1.7 m.
 */
final class CorridorCourse {
    private static final double PASSAGE_M = 1.7;

    private CorridorCourse() {}

    static Scene of(long seed, CourseSettings settings) {
        Draft draft = new Draft(seed);
        Dice dice = draft.dice;
        double half = dice.uniform(1.4, 1.9);
        double height = dice.uniform(2.5, 3.4);
        double back = -4;
        double end = settings.goalM() + 5;
        walls(draft, half, back, end, height);
        int side = dice.sign();
        double x = Courses.FREE_START_M + 1;
        while (x < settings.goalM() - Courses.FREE_GOAL_M) {
            thing(draft, x, side, half, height, dice.uniform(0.5, 2 * half - PASSAGE_M));
            side = dice.chance(0.7) ? -side : side;
            x += settings.spacingM() * dice.uniform(1, 1.3);
        }
        Material shade = draft.paints.lamp(2, 30);
        List<Lamp> lamps = new ArrayList<>();
        double step = dice.uniform(8, 12);
        for (double lampX = 1; lampX < end; lampX += step) {
            lamps.add(new Lamp(lampX, 0, height - 0.15, dice.logUniform(0.5, 3)));
            draft.addFlat(Box.of(lampX, 0, height, 0.6, 0.15, 0.03, 0), shade);
        }
        Region region =
                new Region(back + 0.4, end - 0.4, 0.4 - half, half - 0.4, 0.5, height - 0.35);
        return draft.indoors(
                SceneKind.CORRIDOR,
                draft.paints.floor(),
                draft.paints.of(Pattern.TILES, 0.2, 0.95),
                height,
                lamps,
                region);
    }

    private static void walls(Draft draft, double half, double back, double end, double height) {
        Material one = draft.paints.wall();
        Material two = draft.dice.chance(0.7) ? one : draft.paints.wall();
        double middle = (back + end) / 2;
        double length = (end - back) / 2;
        double up = height / 2;
        draft.box(middle, half + 0.1, up, length, 0.1, up, 0, one);
        draft.box(middle, -half - 0.1, up, length, 0.1, up, 0, two);
        draft.box(end + 0.1, 0, up, 0.1, half + 0.2, up, 0, one);
        draft.box(back - 0.1, 0, up, 0.1, half + 0.2, up, 0, two);
    }

    /** @param deepM how far it stands out from its wall */
    private static void thing(
            Draft draft, double x, int side, double half, double height, double deepM) {
        Dice dice = draft.dice;
        double wall = side * half;
        double y = wall - side * deepM / 2;
        double kind = dice.uniform(0, 1);
        if (kind < 0.35) {
            double tall = dice.chance(0.6) ? height : dice.uniform(1.9, height);
            draft.box(
                    x,
                    y,
                    tall / 2,
                    dice.uniform(0.15, 0.5),
                    deepM / 2,
                    tall / 2,
                    0,
                    draft.paints.thing());
        } else if (kind < 0.6) {
            draft.box(
                    x,
                    y,
                    1.05,
                    0.03,
                    deepM / 2,
                    1.05,
                    dice.gaussian(0.1, 0.2),
                    draft.paints.plain(0.05, 0.8));
        } else if (kind < 0.8) {
            draft.post(
                    x,
                    wall - side * (deepM - 0.2),
                    0,
                    height,
                    dice.uniform(0.08, 0.2),
                    draft.paints.thing());
        } else {
            double aside = Math.max(0.45, deepM - 0.35);
            new Traffic(draft).person(x, wall - side * aside, dice.uniform(0, 2 * Math.PI));
        }
    }
}
