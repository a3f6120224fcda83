package dev.jink.perception.control.mavlink;

/** MAVLink's checksum: CRC-16/MCRF4XX, polynomial 0x1021 reflected, from 0xFFFF. */
final class Crc {
    private static final int START = 0xFFFF;
    private static final int REFLECTED = 0x8408;
    private static final int[] TABLE = new int[256];

    static {
        for (int i = 0; i < TABLE.length; i++) {
            int crc = i;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ REFLECTED;
            }
            TABLE[i] = crc;
        }
    }

    private Crc() {}

    /** Over {@code bytes[from..to)} and then the message's own extra byte. */
    static int of(byte[] bytes, int from, int to, int extra) {
        int crc = START;
        for (int i = from; i < to; i++) {
            crc = next(crc, bytes[i]);
        }
        return next(crc, extra);
    }

    private static int next(int crc, int value) {
        return crc >>> 8 ^ TABLE[(crc ^ value) & 0xFF];
    }
}
