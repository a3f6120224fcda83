package dev.jink.perception.control;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The controllers the parameter {@code controller} may name. */
public enum ControllerKind {
    /** geometry_msgs/TwistStamped on {@code cmd_vel}. */
    TWIST,
    /** px4_msgs over PX4's DDS bridge. */
    PX4,
    /** geometry_msgs/TwistStamped on {@code /ap/cmd_vel}, over ArduPilot's DDS client. */
    ARDUPILOT,
    /** MAVROS: a setpoint velocity and an obstacle scan. */
    MAVROS,
    /** MAVLink over UDP, without ROS in between. */
    MAVLINK;

    /** The name as the parameter has it. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException in one line, when the name is not known
     */
    public static ControllerKind of(String name) {
        for (ControllerKind kind : values()) {
            if (kind.parameter().equals(name)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "parameter controller: got '"
                        + name
                        + "', wanted one of: "
                        + Arrays.stream(values())
                                .map(ControllerKind::parameter)
                                .collect(Collectors.joining(", "))
                        + "; for any other set it to twist and let the controller take"
                        + " TwistStamped from cmd_vel");
    }
}
