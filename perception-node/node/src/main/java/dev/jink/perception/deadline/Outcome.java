package dev.jink.perception.deadline;

/** What became of one frame. Every frame that arrives gets exactly one of these. */
public enum Outcome {
    /** Its command was handed to the controller link by the path. */
    ACTED,
    /** The path was late: the guard published the brake command in its place. */
    BRAKED,
    /** A newer frame took its place before work on it began. */
    SUPERSEDED,
    /** It failed a check at the door; a cautious command was published. */
    REFUSED
}
