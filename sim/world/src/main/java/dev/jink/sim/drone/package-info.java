/**
 * The simulated drone: velocity-loop dynamics with limits and tilt, contact with the scene, and the
 * course it is to fly. World frame ENU, metres, seconds; commands and own motion in the level body
 * frame of {@code dev.jink.perception.avoid}.
 *
 * <p>Knows scenes and poses; nothing of rendering or ROS.
 */
package dev.jink.sim.drone;
