/**
 * The {@code jink} command's own room: it starts the node as a process of its own, puts a camera in front of it (a
 * simulated one for {@code demo}, recorded pictures for {@code replay}), and writes down what came of it.
 *
 * <p>May enter: anything that a person at a terminal asks for. Nothing here runs on the path from frame to command, and
 * nothing below knows that this room exists. What speaks ROS stands in {@code ros}.
 */
package dev.jink.launch;
