/**
 * MAVLink 2 over UDP, for controllers that are reached without ROS: one link, and below it bytes.
 *
 * <p>{@link dev.jink.perception.control.mavlink.MavlinkLink} is the door; the node makes it of a
 * {@link dev.jink.perception.control.mavlink.UdpWire} and, when a key is given, a {@link
 * dev.jink.perception.control.mavlink.MavlinkKey}. Frames are written into one array that is
 * reused, so that nothing is allocated in flight; the public library allocates for every message,
 * and serves the tests as the independent reader.
 *
 * <p>Sources: the protocol's guides on serialization and message signing, and the definitions in
 * {@code minimal.xml} and {@code common.xml}.
 */
package dev.jink.perception.control.mavlink;
