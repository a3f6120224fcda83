/**
 * Simulated time, under the names of rcljava.
 *
 * <p>Setters return the message; fields that are messages are changed in place.
 */
package rosgraph_msgs.msg;
