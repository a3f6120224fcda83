/**
 * Gazebo on ROS 2: the topics that the simulator of {@code sim/world} shows, and {@code /clock}, so
 * that the node can't tell in which of the two it flies.
 */
package dev.jink.gazebo.ros;
