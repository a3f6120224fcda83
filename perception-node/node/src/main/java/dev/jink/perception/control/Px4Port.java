package dev.jink.perception.control;

/** Where a {@link Px4Link} puts its numbers: publishers in the node, arrays in a test. */
public interface Px4Port {
    /**
     * Publishes an offboard control mode that asks for velocities. Called on the guard's thread;
     * must not keep or allocate anything.
     *
     * @param nowNanos on the path's clock
     */
    void mode(long nowNanos);

    /**
     * Publishes a setpoint; position, acceleration, jerk and yaw are left uncontrolled. Called by
     * one thread at a time; must not keep or allocate anything.
     *
     * @param nowNanos on the path's clock
     * @param velocityNed north, east, down, m/s; not kept
     * @param yawRate about down, right turn positive, rad/s
     */
    void setpoint(long nowNanos, double[] velocityNed, double yawRate);

    /**
     * Publishes distances. Called on the path's thread; must not keep or allocate anything.
     *
     * @param frameStampNanos header stamp of the picture, since 1970
     * @param ring not kept
     */
    void obstacles(long frameStampNanos, ObstacleRing ring);
}
