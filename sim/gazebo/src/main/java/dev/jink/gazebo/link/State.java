package dev.jink.gazebo.link;

import dev.jink.sim.camera.Pose;

/**
 * Where the drone is at the end of a request. World frame ENU, metres, seconds.
 *
 * @param seconds of simulated time since the world was loaded
 * @param vx velocity, world frame, m/s
 * @param wx angular velocity, world frame, rad/s
 * @param contacts contact points of the drone with anything, summed over the request's steps
 */
public record State(
        double seconds,
        Pose pose,
        double vx,
        double vy,
        double vz,
        double wx,
        double wy,
        double wz,
        int contacts) {}
