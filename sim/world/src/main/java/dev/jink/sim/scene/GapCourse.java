package dev.jink.sim.scene;

/**
 * Walls across the way, spacing metres apart and more, 20 m long: each has one gap of 1.8 to 2.8 m
 * up to 2.5 m aside of the straight line, every third a window between a sill and a lintel.
 */
final class GapCourse {
    private static final double HALF_WIDTH_M = 10;

    private GapCourse() {}

    static Scene of(long seed, CourseSettings settings) {
        Draft draft = new Draft(seed);
        Dice dice = draft.dice;
        double x = dice.uniform(5, 7);
        while (x < settings.goalM() - Courses.FREE_GOAL_M) {
            wall(draft, x);
            x += settings.spacingM() * dice.uniform(1, 1.4);
        }
        Material ground = dice.chance(0.5) ? draft.paints.road() : draft.paints.floor();
        Region region = new Region(-6, settings.goalM() + 10, -HALF_WIDTH_M, HALF_WIDTH_M, 0.5, 4);
        return draft.outdoors(SceneKind.WALLS, ground, region);
    }

    private static void wall(Draft draft, double x) {
        Dice dice = draft.dice;
        Material m = dice.chance(0.8) ? draft.paints.wall() : draft.paints.thing();
        double height = dice.uniform(3, 6);
        double thick = dice.uniform(0.05, 0.2);
        double wide = dice.uniform(0.9, 1.4);
        double middle = dice.uniform(-2.5, 2.5);
        // The straight line must not lie in the gap with room to spare.
        if (Math.abs(middle) < wide - 0.2) {
            middle = Math.copySign(wide - 0.2, middle);
        }
        double left = (HALF_WIDTH_M - middle - wide) / 2;
        double right = (HALF_WIDTH_M + middle - wide) / 2;
        draft.box(x, HALF_WIDTH_M - left, height / 2, thick, left, height / 2, 0, m);
        draft.box(x, right - HALF_WIDTH_M, height / 2, thick, right, height / 2, 0, m);
        if (dice.chance(0.33)) {
            double sill = dice.uniform(0.3, 0.6);
            double lintel = dice.uniform(2.5, 2.9);
            double over = (height - lintel) / 2;
            draft.box(x, middle, sill / 2, thick, wide, sill / 2, 0, m);
            draft.box(x, middle, lintel + over, thick, wide, over, 0, m);
        }
    }
}
