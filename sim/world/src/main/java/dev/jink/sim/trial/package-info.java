/**
 * Closed-loop trials in lock-step: camera, the node's sight and planner, drone; the baselines
 * beside them; success with its interval. Deterministic by seed.
 *
 * <p>Knows the node's path without ROS, and the scenes, camera and drone of this module.
 */
package dev.jink.sim.trial;
