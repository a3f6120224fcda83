/**
 * How a picture comes in: one frame in preallocated memory, the checks at the door, and the slot
 * with room for one frame in which the newest wins.
 *
 * <p>The transport's thread fills, the path's thread empties; nobody else owns a frame. The guard
 * sees the frames' {@link dev.jink.perception.deadline.Deadline}s only. No ROS types here: the
 * image adapter of the {@code ros} room translates.
 */
package dev.jink.perception.frame;
