/**
 * Shapes to look at, under the names of rcljava.
 *
 * <p>Setters return the message; fields that are messages are changed in place.
 */
package visualization_msgs.msg;
