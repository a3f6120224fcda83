package dev.jink.perception.control;

/** Where a {@link TwistLink} puts its numbers: a publisher in the node, an array in a test. */
@FunctionalInterface
public interface TwistPort {
    /**
     * Publishes one velocity. Called by one thread at a time; must not keep or allocate anything.
     *
     * @param stampNanos header stamp of the frame it answers; 0 = it answers none
     * @param vx forward, m/s
     * @param vy to the left, m/s
     * @param vz up, m/s
     * @param yawRate left turn positive, rad/s
     */
    void publish(long stampNanos, double vx, double vy, double vz, double yawRate);
}
