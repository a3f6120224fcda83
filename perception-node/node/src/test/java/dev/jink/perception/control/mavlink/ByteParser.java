package dev.jink.perception.control.mavlink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * MAVLink 2 read from the guides alone, byte for byte, sharing nothing with the writer under test:
 * checksum bit by bit, signature with a digest of its own, CRC_EXTRA worked out from the fields'
 * names.
 *
 * @param payload filled up with the zeros that were cut off
 */
record ByteParser(
        int sequence, int system, int component, int message, ByteBuffer payload, long stamp) {
    /** Reads one frame and asserts that it is whole; {@code key} null = it must be unsigned. */
    static ByteParser read(byte[] frame, int extra, int fullLength, byte[] key) throws Exception {
        int length = frame[1] & 0xFF;
        assertEquals(0xFD, frame[0] & 0xFF, "magic");
        assertEquals(key == null ? 0 : 1, frame[2], "incompatibility flags");
        assertEquals(0, frame[3], "compatibility flags");
        assertEquals(12 + length + (key == null ? 0 : 13), frame.length, "length of the frame");
        int crc = 0xFFFF;
        for (int i = 1; i < 10 + length; i++) {
            crc = crc(crc, frame[i] & 0xFF);
        }
        crc = crc(crc, extra);
        assertEquals(crc, frame[10 + length] & 0xFF | (frame[11 + length] & 0xFF) << 8, "checksum");
        long stamp = 0;
        if (key != null) {
            stamp =
                    ByteBuffer.wrap(Arrays.copyOfRange(frame, 13 + length, 21 + length))
                                    .order(ByteOrder.LITTLE_ENDIAN)
                                    .getLong()
                            & 0xFFFF_FFFF_FFFFL;
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(key);
            byte[] hash = sha256.digest(Arrays.copyOf(frame, frame.length - 6));
            assertEquals(
                    Arrays.toString(Arrays.copyOf(hash, 6)),
                    Arrays.toString(Arrays.copyOfRange(frame, frame.length - 6, frame.length)),
                    "signature");
        }
        byte[] payload = Arrays.copyOf(Arrays.copyOfRange(frame, 10, 10 + length), fullLength);
        return new ByteParser(
                frame[4] & 0xFF,
                frame[5] & 0xFF,
                frame[6] & 0xFF,
                frame[7] & 0xFF | (frame[8] & 0xFF) << 8 | (frame[9] & 0xFF) << 16,
                ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN),
                stamp);
    }

    /** CRC_EXTRA as the serialization guide defines it: over "NAME type field [length] ...". */
    static int extra(String name, String... typesAndFields) {
        int crc = 0xFFFF;
        for (byte b : (name + " ").getBytes(StandardCharsets.US_ASCII)) {
            crc = crc(crc, b);
        }
        for (String one : typesAndFields) {
            int bracket = one.indexOf('[');
            String words = bracket < 0 ? one : one.substring(0, bracket);
            for (byte b : (words + " ").getBytes(StandardCharsets.US_ASCII)) {
                crc = crc(crc, b);
            }
            if (bracket >= 0) {
                crc = crc(crc, Integer.parseInt(one.substring(bracket + 1, one.length() - 1)));
            }
        }
        return crc & 0xFF ^ crc >> 8;
    }

    /** A frame made from the guides alone. */
    static byte[] frame(
            int sequence,
            int system,
            int component,
            int message,
            byte[] payload,
            int extra,
            byte[] key,
            int link,
            long stamp)
            throws Exception {
        int length = payload.length;
        ByteBuffer b = ByteBuffer.allocate(12 + length + (key == null ? 0 : 13));
        b.order(ByteOrder.LITTLE_ENDIAN);
        b.put((byte) 0xFD).put((byte) length).put((byte) (key == null ? 0 : 1)).put((byte) 0);
        b.put((byte) sequence).put((byte) system).put((byte) component);
        b.put((byte) message).put((byte) (message >> 8)).put((byte) (message >> 16)).put(payload);
        int crc = 0xFFFF;
        for (int i = 1; i < b.position(); i++) {
            crc = crc(crc, b.get(i) & 0xFF);
        }
        b.putShort((short) crc(crc, extra));
        if (key != null) {
            b.put((byte) link);
            for (int i = 0; i < 6; i++) {
                b.put((byte) (stamp >> 8 * i));
            }
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(key);
            sha256.update(b.array(), 0, b.position());
            b.put(sha256.digest(), 0, 6);
        }
        return b.array();
    }

    private static int crc(int crc, int value) {
        int next = crc ^ value & 0xFF;
        for (int bit = 0; bit < 8; bit++) {
            next = (next & 1) == 1 ? next >> 1 ^ 0x8408 : next >> 1;
        }
        return next;
    }
}
