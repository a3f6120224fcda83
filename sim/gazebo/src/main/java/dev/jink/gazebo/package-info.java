/**
 * Real Gazebo as a second simulator: {@code jink gazebo}, and the {@code gazebo} of {@code jink fly}.
 * Here stands the command alone; worlds, the link to gzserver, frames, flights and the ROS bridge
 * have rooms of their own below.
 */
package dev.jink.gazebo;
