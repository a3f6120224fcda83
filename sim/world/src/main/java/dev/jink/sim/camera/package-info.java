/**
 * The simulated camera: rays of any camera model, the tile-culled ray caster, the sensor that turns
 * light into grey, and the true obstacle grid of a picture.
 *
 * <p>Knows scenes and camera models; nothing of drones or ROS. A {@link
 * dev.jink.sim.camera.Renderer}, {@link dev.jink.sim.camera.Sensor} and {@link
 * dev.jink.sim.camera.Shot} belong to one thread each; the rest is immutable or pure.
 */
package dev.jink.sim.camera;
