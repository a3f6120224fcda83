package dev.jink.sim.scene;

import java.util.List;

/** Forests: the flight course of demo and trials, and forests of any sort for training. */
public final class Forest {
    private static final double HALF_WIDTH_M = 18;

    private Forest() {}

    /**
     * A course that blocks the straight line: the Poisson disc is seeded with one trunk within
     * 0.3 m of the line from start to goal, so that a straight flight meets it.
     */
    public static Scene course(long seed, ForestSettings settings) {
        Draft draft = new Draft(seed);
        Dice dice = draft.dice;
        Region region = new Region(-6, settings.goalM() + 10, -HALF_WIDTH_M, HALF_WIDTH_M, 0.5, 4);
        double blockX = dice.uniform(0.25, 0.7) * settings.goalM();
        double blockY = dice.uniform(-0.3, 0.3);
        Grove grove = new Grove(draft);
        grove.tree(blockX, blockY);
        for (double[] point :
                Scatter.points(
                        dice,
                        region.minX(),
                        region.maxX(),
                        region.minY(),
                        region.maxY(),
                        settings.spacingM())) {
            boolean nearStart = Math.hypot(point[0], point[1]) < settings.freeM();
            boolean nearGoal = Math.hypot(point[0] - settings.goalM(), point[1]) < 2.5;
            boolean nearBlock =
                    Math.hypot(point[0] - blockX, point[1] - blockY) < settings.spacingM();
            if (!nearStart && !nearGoal && !nearBlock) {
                grove.tree(point[0], point[1]);
            }
        }
        double area = (region.maxX() - region.minX()) * 2 * HALF_WIDTH_M;
        int plants = (int) (area / 100 * settings.undergrowth());
        for (int i = 0; i < plants; i++) {
            double x = dice.uniform(region.minX(), region.maxX());
            double y = dice.uniform(region.minY(), region.maxY());
            if (Math.hypot(x, y) > settings.freeM() && Math.hypot(x - settings.goalM(), y) > 2.5) {
                grove.low(x, y);
            }
        }
        grove.herbs(region, (int) (area / 12));
        return draft.outdoors(SceneKind.FOREST, draft.paints.forestFloor(), region);
    }

    /** Any forest: density, trunks and undergrowth all drawn. */
    static Scene any(long seed) {
        Draft draft = new Draft(seed);
        Dice dice = draft.dice;
        Region region = new Region(-14, 14, -14, 14, 0.5, 4);
        Grove grove = new Grove(draft);
        double spacing = dice.logUniform(1.8, 6);
        List<double[]> points = Scatter.points(dice, -26, 26, -26, 26, spacing);
        for (double[] point : points) {
            grove.tree(point[0], point[1]);
        }
        int low = (int) dice.logUniform(5, 120);
        for (int i = 0; i < low; i++) {
            grove.low(dice.uniform(-20, 20), dice.uniform(-20, 20));
        }
        grove.herbs(region, dice.integer(0, 80));
        return draft.outdoors(SceneKind.FOREST, draft.paints.forestFloor(), region);
    }

    /** A stock of two barks and two kinds of leaves, as woods have. */
    private static final class Grove {
        private final Dice dice;
        private final Plants plants;
        private final Material[] barks;
        private final Material[] leaves;
        private final double girth;

        Grove(Draft draft) {
            dice = draft.dice;
            plants = new Plants(draft);
            barks = new Material[] {draft.paints.bark(), draft.paints.bark(), draft.paints.bark()};
            leaves = new Material[] {draft.paints.leaves(), draft.paints.leaves()};
            girth = dice.logUniform(0.08, 0.28);
        }

        void tree(double x, double y) {
            double radius = girth * dice.logUniform(0.6, 1.7);
            plants.tree(x, y, radius, dice.pick(barks), dice.pick(leaves));
        }

        void low(double x, double y) {
            double kind = dice.uniform(0, 1);
            if (kind < 0.4) {
                plants.bush(x, y, dice.logUniform(0.2, 1), dice.pick(leaves));
            } else if (kind < 0.75) {
                plants.sapling(x, y, dice.pick(barks), dice.pick(leaves));
            } else if (kind < 0.9) {
                plants.deadwood(x, y, dice.pick(barks));
            } else {
                plants.stump(x, y, dice.pick(barks));
            }
        }

        void herbs(Region region, int count) {
            for (int i = 0; i < count; i++) {
                plants.herb(
                        dice.uniform(region.minX(), region.maxX()),
                        dice.uniform(region.minY(), region.maxY()),
                        dice.pick(leaves));
            }
        }
    }
}
