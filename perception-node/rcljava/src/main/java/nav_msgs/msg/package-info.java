/**
 * Odometry, under the names of rcljava.
 *
 * <p>Setters return the message; fields that are messages are changed in place.
 */
package nav_msgs.msg;
