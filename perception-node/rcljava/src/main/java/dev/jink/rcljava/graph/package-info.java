/**
 * What stands behind the API: contexts, nodes, publishers, subscriptions, timers, parameters.
 *
 * <p>Only the API's own classes enter here; programs use {@code org.ros2.rcljava}. Callbacks run on
 * the thread that spins, which is parked while there is nothing to do.
 */
package dev.jink.rcljava.graph;
