package dev.jink.sim.trial;

/** Who flies a trial. */
public enum Pilot {
    /** The node's own eyes and planner, with the trained network. */
    JINK,
    /** The node's planner, fed with the true ranges instead of the network's. */
    TRUE_DEPTH,
    /** True ranges, but no evasion: brakes in front of what is in the way, and stands. */
    STOP_ONLY,
    /** No eyes: flies the wanted velocity. */
    STRAIGHT;

    boolean needsModel() {
        return this == JINK;
    }
}
