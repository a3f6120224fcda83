package dev.jink.sim.scene;

/** Sorts of flight courses; each leads from above (0, 0) to a goal straight ahead along +x. */
public enum CourseKind {
    /** Trunks on a Poisson disc, one of them across the straight line; branches, undergrowth. */
    FOREST,
    /** A corridor indoors, with things along and across it. */
    CORRIDOR,
    /** Walls across the way, each with one gap or window, aside of the straight line. */
    GAP,
    /** A street: façades, cars, people, poles, trees. */
    URBAN,
    /** Furnished rooms in a row, from door to door. */
    INDOOR
}
