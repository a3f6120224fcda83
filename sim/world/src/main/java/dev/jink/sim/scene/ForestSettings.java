package dev.jink.sim.scene;

/**
 * A forest course: start above (0, 0), goal above (goalM, 0), trees on a Poisson disc.
 *
 * @param spacingM least distance between two trunks, metres
 * @param goalM distance of the goal ahead (+x), metres
 * @param freeM no tree nearer than this to the start
 * @param undergrowth bushes, saplings and deadwood per 100 m²
 */
public record ForestSettings(double spacingM, double goalM, double freeM, double undergrowth) {
    public ForestSettings {
        if (!(spacingM >= 1.2 && spacingM <= 30)) {
            throw new IllegalArgumentException(
                    "forest: spacing_m is "
                            + spacingM
                            + ", wanted 1.2 to 30: nearer trunks leave no way through");
        }
        if (!(goalM > 0 && goalM <= 500)) {
            throw new IllegalArgumentException(
                    "forest: goal_m is " + goalM + ", wanted more than 0 and at most 500");
        }
    }

    /** The demo's course: 40 m of forest, trunks at least 5 m apart. */
    public static ForestSettings demo() {
        return new ForestSettings(5, 40, 4, 1.5);
    }

    public ForestSettings withSpacing(double otherSpacingM) {
        return new ForestSettings(otherSpacingM, goalM, freeM, undergrowth);
    }
}
