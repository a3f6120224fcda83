package dev.jink.perception.ros;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Map;

class ExposureTest {
    private static String warning(String name, String value) {
        return Exposure.warning(Map.of(name, value)::get);
    }

    @Test
    void shouldWarnWhenRosListensOnTheNetworkWithoutSecurity() {
        assertTrue(Exposure.warning(name -> null).startsWith("ROS 2 listens on the network"));
        assertTrue(warning("ROS_LOCALHOST_ONLY", "0").contains("set ROS_LOCALHOST_ONLY=1"));
        assertTrue(warning("ROS_AUTOMATIC_DISCOVERY_RANGE", "SUBNET").contains("can fly this"));
    }

    @Test
    void shouldBeQuietOnThisMachineAloneOrWithSecurity() {
        assertNull(warning("ROS_LOCALHOST_ONLY", "1"));
        assertNull(warning("ROS_AUTOMATIC_DISCOVERY_RANGE", "LOCALHOST"));
        assertNull(warning("ROS_AUTOMATIC_DISCOVERY_RANGE", "OFF"));
        assertNull(warning("ROS_SECURITY_ENABLE", "true"));
    }
}
