/**
 * Transforms between frames, under the names of rcljava.
 *
 * <p>Setters return the message; fields that are messages are changed in place.
 */
package tf2_msgs.msg;
