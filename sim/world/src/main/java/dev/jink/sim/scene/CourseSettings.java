package dev.jink.sim.scene;

/**
 * What a course is like; its seed makes the single one.
 *
 * @param spacingM least distance of trees, things or walls, metres, 1.2 to 30: small is dense
 * @param goalM distance of the goal ahead (+x), metres
 * @param movers people who walk to and fro across the way, 0 to 50
 */
public record CourseSettings(CourseKind kind, double spacingM, double goalM, int movers) {
    public CourseSettings {
        new ForestSettings(spacingM, goalM, 0, 0); // refuses what can't be built, for all kinds
        if (!(movers >= 0 && movers <= 50)) {
            throw new IllegalArgumentException(
                    "course: movers is " + movers + ", wanted 0 to 50 people");
        }
    }

    /** The demo's forest: 40 m, trunks at least 5 m apart, nobody about. */
    public static CourseSettings demo() {
        ForestSettings forest = ForestSettings.demo();
        return new CourseSettings(CourseKind.FOREST, forest.spacingM(), forest.goalM(), 0);
    }

    /** Height of the flight, m. */
    public static double heightM() {
        return 1.5;
    }
}
