/**
 * Scenes of {@code sim/world} as files that Gazebo reads: meshes, materials, the drone, the worlds
 * of Gazebo Classic and of modern gz-sim with its {@code ros_gz_bridge} configuration. World frame
 * ENU, metres. Same scene, same bytes.
 *
 * <p>Knows scenes and the drone's settings; starts nothing.
 */
package dev.jink.gazebo.world;
