package dev.jink.perception.control.mavlink;

/**
 * A MAVLink 2 frame, little-endian.
 *
 * <pre>
 *   0     1     2        3        4     5      6      7        10          10 + n
 *   +-----+-----+--------+--------+-----+------+------+--------+-----------+-------+-----------+
 *   | FD  |  n  | incomp | compat | seq | sys  | comp | msg id | payload   | CRC   | signature |
 *   |     |     | 1 = signed      |     |      |      | 24 bit | n bytes   | 16 bit| if signed |
 *   +-----+-----+--------+--------+-----+------+------+--------+-----------+-------+-----------+
 *   signature: link id (1), 10 µs since 2015-01-01 (6), first 6 bytes of
 *              SHA-256(key, all of the above from FD on)
 * </pre>
 *
 * <p>Payload fields stand by falling size, extensions after them; zeros at a payload's end are cut
 * off but for the first byte.
 */
final class Layout {
    static final int MAGIC = 0xFD;
    static final int SIGNED = 1;
    static final int HEADER = 10;
    static final int CRC = 2;
    static final int STAMP = 7;
    static final int SIGNATURE = 13;
    static final int HASH = 6;
    static final int MOST = HEADER + 255 + CRC + SIGNATURE;

    static final int AT_LENGTH = 1;
    static final int AT_INCOMPATIBLE = 2;
    static final int AT_SEQUENCE = 4;
    static final int AT_SYSTEM = 5;
    static final int AT_COMPONENT = 6;
    static final int AT_MESSAGE = 7;

    static final int HEARTBEAT = 0;
    static final int HEARTBEAT_EXTRA = 50;
    static final int HEARTBEAT_BYTES = 9;
    static final int SET_POSITION_TARGET_LOCAL_NED = 84;
    static final int SET_POSITION_TARGET_LOCAL_NED_EXTRA = 143;
    static final int OBSTACLE_DISTANCE = 330;
    static final int OBSTACLE_DISTANCE_EXTRA = 23;

    private Layout() {}

    /** An unsigned integer of {@code count} bytes. */
    static long integer(byte[] bytes, int at, int count) {
        long value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | bytes[at + i] & 0xFF;
        }
        return value;
    }

    /** Writes the low {@code count} bytes of a number. */
    static void put(byte[] bytes, int at, int count, long value) {
        for (int i = 0; i < count; i++) {
            bytes[at + i] = (byte) (value >>> 8 * i);
        }
    }
}
