package dev.jink.perception.deadline;

/** Publishes the brake command; called on the guard's thread, must not block or allocate. */
@FunctionalInterface
public interface Brake {
    /**
     * @param frameStampNanos header stamp of the frame this answers
     */
    void publish(long frameStampNanos);
}
