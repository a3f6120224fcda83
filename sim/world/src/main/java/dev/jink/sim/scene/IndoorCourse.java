package dev.jink.sim.scene;

import java.util.ArrayList;
import java.util.List;

/**
 * Rooms in a row, 6 to 8 m wide and 5 to 8 m deep, with doorways of 1.6 to 2 m up to 1.5 m aside of
 * the straight line, and furniture on a Poisson disc that keeps clear of the doorways.
 */
final class IndoorCourse {
    private static final double FREE_DOOR_M = 1.8;

    private IndoorCourse() {}

    static Scene of(long seed, CourseSettings settings) {
        Draft draft = new Draft(seed);
        Dice dice = draft.dice;
        double half = dice.uniform(3, 4);
        double height = dice.uniform(2.6, 3.4);
        double back = -4;
        double end = settings.goalM() + 5;
        Material main = draft.paints.wall();
        double up = height / 2;
        for (int side = -1; side <= 1; side += 2) {
            double middle = (back + end) / 2;
            double y = side * (half + 0.1);
            draft.box(middle, y, up, (end - back) / 2, 0.1, up, 0, main);
        }
        draft.box(back - 0.1, 0, up, 0.1, half + 0.2, up, 0, main);
        draft.box(end + 0.1, 0, up, 0.1, half + 0.2, up, 0, main);
        List<double[]> doors = new ArrayList<>();
        double x = dice.uniform(5, 7);
        while (x < settings.goalM() - 3) {
            doors.add(doorway(draft, x, half, height, dice.chance(0.7) ? main : null));
            x += dice.uniform(5, 8);
        }
        furnish(draft, half, end, height, doors, settings);
        List<Lamp> lamps = new ArrayList<>();
        Material shade = draft.paints.lamp(2, 20);
        for (double lampX = 0; lampX < end; lampX += dice.uniform(8, 11)) {
            lamps.add(new Lamp(lampX, 0, height - 0.2, dice.logUniform(0.8, 4)));
            draft.addFlat(Box.of(lampX, 0, height, 0.4, 0.4, 0.03, 0), shade);
        }
        Region region =
                new Region(back + 0.4, end - 0.4, 0.4 - half, half - 0.4, 0.5, height - 0.35);
        return draft.indoors(
                SceneKind.ROOM,
                draft.paints.floor(),
                draft.paints.of(dice.pick(Pattern.PLAIN, Pattern.TILES), 0.2, 0.95),
                height,
                lamps,
                region);
    }

    /** A wall across with a doorway; returns the middle of that. */
    private static double[] doorway(
            Draft draft, double x, double half, double height, Material given) {
        Dice dice = draft.dice;
        Material m = given == null ? draft.paints.wall() : given;
        double wide = dice.uniform(0.8, 1);
        double middle = dice.uniform(-1.5, 1.5);
        double top = Math.min(height, dice.uniform(2.3, 2.7));
        double left = (half - middle - wide) / 2;
        double right = (half + middle - wide) / 2;
        double thick = dice.uniform(0.05, 0.12);
        draft.box(x, half - left, height / 2, thick, left, height / 2, 0, m);
        draft.box(x, right - half, height / 2, thick, right, height / 2, 0, m);
        if (top < height) {
            double over = (height - top) / 2;
            draft.box(x, middle, top + over, thick, wide, over, 0, m);
        }
        return new double[] {x, middle};
    }

    private static void furnish(
            Draft draft,
            double half,
            double end,
            double height,
            List<double[]> doors,
            CourseSettings settings) {
        Dice dice = draft.dice;
        Furniture furniture = new Furniture(draft);
        Traffic traffic = new Traffic(draft);
        double spacing = 0.6 * settings.spacingM();
        for (double[] at :
                Scatter.points(dice, 1, end - 1, 0.5 - half, half - 0.5, Math.max(1.2, spacing))) {
            boolean free = Courses.leavesEndsFree(at[0], at[1], 0.8, settings);
            for (double[] door : doors) {
                free &= Math.hypot(at[0] - door[0], at[1] - door[1]) > FREE_DOOR_M + 0.5;
            }
            double kind = dice.uniform(0, 1);
            double yaw = dice.uniform(0, 2 * Math.PI);
            if (!free) {
                continue;
            }
            if (kind < 0.15) {
                traffic.person(at[0], at[1], yaw);
            } else if (kind < 0.3) {
                draft.post(
                        at[0], at[1], 0, height, dice.logUniform(0.06, 0.25), draft.paints.thing());
            } else {
                furniture.any(at[0], at[1], yaw);
            }
        }
    }
}
