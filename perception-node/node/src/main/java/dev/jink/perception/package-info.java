/**
 * The one path from a camera's frame to the drone's command, and what it is assembled from. Read
 * {@link dev.jink.perception.Pipeline#run}: it names every room below in the order a frame visits
 * them.
 *
 * <p>{@link dev.jink.perception.Perception} puts door, slot, pipeline and guard together with their
 * two threads and knows no ROS; only {@code dev.jink.perception.ros} does. A frame's life: the
 * transport's thread admits it at the {@link dev.jink.perception.Door}, the path's thread answers
 * it, the guard's thread answers it when the path is late, and exactly one of them counts.
 */
package dev.jink.perception;
