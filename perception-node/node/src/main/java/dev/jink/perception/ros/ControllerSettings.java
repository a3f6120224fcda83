package dev.jink.perception.ros;

import dev.jink.perception.control.ControllerKind;
import dev.jink.perception.control.mavlink.Endpoint;
import dev.jink.perception.control.mavlink.MavlinkKey;

/**
 * What the parameters say of the controller.
 *
 * @param keepAliveNanos how long a good decision lasts
 * @param ardupilotFrame frame_id of ArduPilot's commands: base_link or map
 * @param mavlink null for every other kind
 */
record ControllerSettings(
        ControllerKind kind, long keepAliveNanos, String ardupilotFrame, Mavlink mavlink) {
    /**
     * The far end of a MAVLink link, and ours.
     *
     * @param localPort 0 = any
     * @param key null = unsigned
     * @param system of the vehicle
     */
    record Mavlink(Endpoint endpoint, int localPort, MavlinkKey key, int system) {}
}
