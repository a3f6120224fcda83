/**
 * Parameters and logs as messages, under the names of rcljava.
 *
 * <p>Setters return the message; fields that are messages are changed in place.
 */
package rcl_interfaces.msg;
