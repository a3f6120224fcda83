/**
 * What the simulated world is made of: solids, materials, light, and the seeded builders of
 * forests, poles, corridors, rooms, streets and walls. World frame is ENU, metres; ground at z = 0.
 *
 * <p>Knows nothing of cameras, drones or ROS. Everything public here is immutable or pure, and safe
 * for any thread, except {@link dev.jink.sim.scene.Dice}. Enter through {@link
 * dev.jink.sim.scene.Scenes} and {@link dev.jink.sim.scene.Forest}.
 */
package dev.jink.sim.scene;
