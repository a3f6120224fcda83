/**
 * The ROS 2 node: topics, parameters, diagnostics, the way from a message to the path and back. The
 * only room of this module that knows {@code org.ros2} and message classes.
 *
 * <p>Written against rcljava's API; what only the embedded transport offers is behind {@link
 * dev.jink.perception.ros.EmbeddedTransport}, so that the same classes run on the official jars.
 * All callbacks run on the one thread that spins the node.
 */
package dev.jink.perception.ros;
