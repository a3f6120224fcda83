/**
 * Pictures, calibrations, scans, under the names of rcljava.
 *
 * <p>Setters return the message; fields that are messages are changed in place.
 */
package sensor_msgs.msg;
