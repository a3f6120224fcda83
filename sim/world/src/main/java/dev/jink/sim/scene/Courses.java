package dev.jink.sim.scene;

import java.util.ArrayList;
import java.util.List;

/** The flight courses: scenes with a way through, from (0, 0) to the goal at (goalM, 0). */
public final class Courses {
    /** Nothing stands nearer than this to start and goal, m. */
    static final double FREE_START_M = 4;

    static final double FREE_GOAL_M = 2.5;

    private static final long MOVER_SALT = 0x6A09E667F3BCC909L;

    private Courses() {}

    /** The scene of one seed: the same for the same arguments. */
    public static Scene scene(long seed, CourseSettings settings) {
        return switch (settings.kind()) {
            case FOREST ->
                    Forest.course(
                            seed,
                            new ForestSettings(
                                    settings.spacingM(),
                                    settings.goalM(),
                                    FREE_START_M,
                                    ForestSettings.demo().undergrowth()));
            case CORRIDOR -> CorridorCourse.of(seed, settings);
            case GAP -> GapCourse.of(seed, settings);
            case URBAN -> UrbanCourse.of(seed, settings);
            case INDOOR -> IndoorCourse.of(seed, settings);
        };
    }

    /** Who walks about on it. Each walks across the way, so that it meets a straight flight. */
    public static List<Mover> movers(long seed, CourseSettings settings) {
        Dice dice = new Dice(seed ^ MOVER_SALT);
        double reach = settings.kind() == CourseKind.CORRIDOR ? 0.8 : 4;
        List<Mover> movers = new ArrayList<>();
        for (int i = 0; i < settings.movers(); i++) {
            double x = dice.uniform(FREE_START_M + 2, settings.goalM() - FREE_GOAL_M);
            double y = -reach * dice.uniform(0.5, 1);
            Draft walker = new Draft(dice.seed());
            new Traffic(walker).person(x, y, Math.PI / 2);
            movers.add(
                    new Mover(
                            walker.things(),
                            x,
                            y,
                            x + dice.uniform(-1, 1),
                            reach * dice.uniform(0.5, 1),
                            dice.uniform(0.4, 1.4),
                            dice.uniform(0, 2 * reach)));
        }
        return movers;
    }

    /** Whether a thing of this radius at (x, y) leaves start and goal free. */
    static boolean leavesEndsFree(double x, double y, double radiusM, CourseSettings settings) {
        return Math.hypot(x, y) > FREE_START_M + radiusM
                && Math.hypot(x - settings.goalM(), y) > FREE_GOAL_M + radiusM;
    }
}
