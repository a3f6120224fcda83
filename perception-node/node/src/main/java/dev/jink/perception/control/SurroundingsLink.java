package dev.jink.perception.control;

import dev.jink.perception.avoid.Sectors;

/**
 * The way to the controller's own picture of what is around it. Called on the path's thread alone,
 * after each command that came out of a picture; must neither block for long nor allocate.
 */
@FunctionalInterface
public interface SurroundingsLink {
    /** For controllers that take commands only. */
    SurroundingsLink NONE = (stampNanos, sectors) -> {};

    /**
     * Shows what was seen.
     *
     * @param frameStampNanos header stamp of the picture
     * @param sectors in the level body frame, not kept; null = the picture was not trusted, so the
     *     command was not a decision but caution
     */
    void show(long frameStampNanos, Sectors sectors);
}
