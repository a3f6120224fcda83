package dev.jink.sim.scene;

/** A street of 9 to 16 m between façades, with things of a street on a Poisson disc. */
final class UrbanCourse {
    private UrbanCourse() {}

    static Scene of(long seed, CourseSettings settings) {
        Draft draft = new Draft(seed);
        Dice dice = draft.dice;
        double half = dice.uniform(4.5, 8);
        double end = settings.goalM() + 12;
        for (int side = -1; side <= 1; side += 2) {
            facades(draft, side, half, end);
        }
        Street street = new Street(draft);
        Traffic traffic = new Traffic(draft);
        Plants plants = new Plants(draft);
        Furniture furniture = new Furniture(draft);
        Material bark = draft.paints.bark();
        Material leaves = draft.paints.leaves();
        double edge = half - 1;
        for (double[] at : Scatter.points(dice, 1, end, -edge, edge, settings.spacingM())) {
            double kind = dice.uniform(0, 1);
            double yaw = dice.uniform(0, 2 * Math.PI);
            double x = at[0];
            double y = at[1];
            if (!Courses.leavesEndsFree(x, y, kind < 0.35 ? 2 : 0.4, settings)) {
                continue;
            }
            if (kind < 0.2) {
                traffic.car(x, y, dice.gaussian(0.1, 0.3));
            } else if (kind < 0.35) {
                street.stand(x, y, 0);
            } else if (kind < 0.55) {
                traffic.person(x, y, yaw);
            } else if (kind < 0.75) {
                street.pole(x, y);
            } else if (kind < 0.9) {
                plants.tree(x, y, dice.logUniform(0.06, 0.2), bark, leaves);
            } else {
                furniture.thing(x, y, yaw);
            }
        }
        Region region = new Region(-6, end, 0.5 - half, half - 0.5, 0.5, 4);
        return draft.outdoors(SceneKind.STREET, draft.paints.road(), region);
    }

    private static void facades(Draft draft, int side, double half, double end) {
        Dice dice = draft.dice;
        double x = -10;
        while (x < end) {
            double length = dice.uniform(5, 18);
            double height = dice.logUniform(3.5, 16);
            Material m = dice.chance(0.6) ? draft.paints.facade() : draft.paints.wall();
            double face = half * dice.uniform(1, 1.12);
            draft.box(
                    x + length / 2, side * (face + 4), height / 2, length / 2, 4, height / 2, 0, m);
            x += length;
        }
    }
}
