package dev.jink.sim.drone;

/** Where the drone was when: seconds since the start, metres in the world frame, heading. */
public record TrackPoint(double seconds, double x, double y, double z, double yawRad) {
    public static TrackPoint of(Drone drone) {
        return new TrackPoint(drone.seconds(), drone.x(), drone.y(), drone.z(), drone.yawRad());
    }
}
