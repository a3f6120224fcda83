package dev.jink.perception.ros;

import java.util.function.UnaryOperator;

/**
 * Who may speak to the node on a ROS 2 installation's own transport, as far as its environment
 * tells. The embedded transport keeps to loopback by itself and warns where it does not.
 */
final class Exposure {
    private Exposure() {}

    /** One line when anybody on the network can fly the drone, or null. */
    static String warning(UnaryOperator<String> environment) {
        String range = environment.apply("ROS_AUTOMATIC_DISCOVERY_RANGE");
        boolean kept =
                "1".equals(environment.apply("ROS_LOCALHOST_ONLY"))
                        || "LOCALHOST".equals(range)
                        || "OFF".equals(range)
                        || "true".equals(environment.apply("ROS_SECURITY_ENABLE"));
        return kept
                ? null
                : "ROS 2 listens on the network without security: whoever is on it can fly this"
                      + " drone; set ROS_LOCALHOST_ONLY=1, or ROS_SECURITY_ENABLE=true with SROS 2"
                      + " keys";
    }
}
