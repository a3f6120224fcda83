/**
 * Pictures of Gazebo's renderer with their true depth, in the layout that {@code jink eval} reads: a
 * second renderer, on which nothing was trained.
 */
package dev.jink.gazebo.frames;
