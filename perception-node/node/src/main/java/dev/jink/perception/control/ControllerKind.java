package dev.jink.perception.control;

/** The controllers the parameter {@code controller} may name. */
public enum ControllerKind {
    /** geometry_msgs/TwistStamped on {@code cmd_vel}. */
    TWIST;

    /**
     * @throws IllegalArgumentException in one line, when the name is not known
     */
    public static ControllerKind of(String name) {
        if (name.equals("twist")) {
            return TWIST;
        }
        throw new IllegalArgumentException(
                "parameter controller: got '"
                        + name
                        + "', wanted one of: twist; set it to twist and let the controller take"
                        + " TwistStamped from cmd_vel");
    }
}
