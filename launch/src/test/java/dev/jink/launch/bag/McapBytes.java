package dev.jink.launch.bag;

import com.github.luben.zstd.Zstd;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** MCAP files by hand, record by record. */
final class McapBytes {
    private static final byte[] MAGIC = {(byte) 0x89, 'M', 'C', 'A', 'P', '0', '\r', '\n'};

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    static McapBytes file() {
        McapBytes file = new McapBytes();
        file.out.writeBytes(MAGIC);
        return file.record(0x01, texts("ros2", "by hand"));
    }

    static McapBytes records() {
        return new McapBytes();
    }

    McapBytes record(int opcode, byte[] content) {
        out.write(opcode);
        out.writeBytes(little(8).putLong(content.length).array());
        out.writeBytes(content);
        return this;
    }

    McapBytes schema(int id, String name) {
        return record(0x03, join(u16(id), texts(name, "ros2msg"), little(4).putInt(0).array()));
    }

    McapBytes channel(int id, int schema, String topic) {
        return record(
                0x04, join(u16(id), u16(schema), texts(topic, "cdr"), little(4).putInt(0).array()));
    }

    McapBytes message(int channel, long nanos, String payload) {
        byte[] head =
                little(22)
                        .putShort((short) channel)
                        .putInt(1)
                        .putLong(nanos)
                        .putLong(nanos)
                        .array();
        return record(0x05, join(head, payload.getBytes(StandardCharsets.UTF_8)));
    }

    McapBytes chunk(String compression, McapBytes records) {
        byte[] plain = records.out.toByteArray();
        byte[] packed = compression.equals("zstd") ? Zstd.compress(plain) : plain;
        CRC32 crc = new CRC32();
        crc.update(plain);
        byte[] head =
                little(28)
                        .putLong(0)
                        .putLong(0)
                        .putLong(plain.length)
                        .putInt((int) crc.getValue())
                        .array();
        return record(
                0x06,
                join(head, texts(compression), little(8).putLong(packed.length).array(), packed));
    }

    byte[] end() {
        record(0x0F, new byte[4]);
        record(0x02, new byte[20]);
        out.writeBytes(MAGIC);
        return out.toByteArray();
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] u16(int value) {
        return little(2).putShort((short) value).array();
    }

    private static byte[] texts(String... texts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            all.writeBytes(little(4).putInt(bytes.length).array());
            all.writeBytes(bytes);
        }
        return all.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
