package org.ros2.rcljava.qos.policies;

/** A choice of quality of service. */
public interface QoSPolicy {
    /** The number rmw gives the choice. */
    int getValue();
}
