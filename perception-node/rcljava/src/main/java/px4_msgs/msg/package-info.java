/**
 * What PX4 reads and writes over its DDS bridge, under the names of rcljava; the layouts are those
 * of px4_msgs for PX4 1.15 to 1.18.
 *
 * <p>Setters return the message. uint8, uint16 and uint64 are carried in Java's signed types, as
 * rcljava does.
 */
package px4_msgs.msg;
