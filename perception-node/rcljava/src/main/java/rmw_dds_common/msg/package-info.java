/**
 * What ROS 2 participants tell of their nodes, under the names of rcljava.
 *
 * <p>Setters return the message; fields that are messages are changed in place.
 */
package rmw_dds_common.msg;
