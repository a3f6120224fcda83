package dev.jink.launch.bag;

import dev.jink.sim.command.UsageException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * A file of the MCAP storage (mcap.dev/spec), read from front to back.
 *
 * <pre>
 *   magic | record ... | footer | magic            record: opcode u8, length u64, content
 *   chunk 0x06: first u64, last u64, size u64, crc u32, compression text, records
 *   schema 0x03: id u16, name, encoding, data      channel 0x04: id u16, schema u16, topic, encoding, map
 *   message 0x05: channel u16, sequence u32, log time u64, publish time u64, payload to the end
 *   little-endian; text: length u32, UTF-8
 * </pre>
 *
 * <p>Messages of a chunk come in the order of their log time. Records that a replay does not need are stepped over.
 */
final class McapFile implements BagFile {
    private static final byte[] MAGIC = {(byte) 0x89, 'M', 'C', 'A', 'P', '0', '\r', '\n'};
    private static final int RECORD_HEADER = 9;
    private static final int CHUNK_HEADER = 28;
    private static final int FOOTER = 0x02;
    private static final int SCHEMA = 0x03;
    private static final int CHANNEL = 0x04;
    private static final int MESSAGE = 0x05;
    private static final int CHUNK = 0x06;
    private static final int DATA_END = 0x0F;

    private final Path file;
    private final FileChannel in;
    private final long size;
    private final Map<Integer, String> types = new HashMap<>();
    private final Map<Integer, BagTopic> channels = new HashMap<>();
    private final List<BagTopic> topics;
    private final Deque<BagMessage> ready = new ArrayDeque<>();
    private long at = MAGIC.length;
    private boolean ended;

    McapFile(Path file) {
        this.file = file;
        try {
            in = FileChannel.open(file, StandardOpenOption.READ);
            size = in.size();
        } catch (IOException e) {
            throw new UsageException(
                    "bag %s: got '%s', wanted a file that can be read"
                            .formatted(file, e.getMessage()));
        }
        try {
            checkMagic();
            topics = survey();
        } catch (UsageException e) {
            close();
            throw e;
        }
    }

    private void checkMagic() {
        if (size < 2L * MAGIC.length || !isMagic(0)) {
            throw damaged("a beginning that is not MCAP's");
        }
        if (!isMagic(size - MAGIC.length)) {
            throw damaged("an end that is not MCAP's: the file is truncated");
        }
    }

    private boolean isMagic(long where) {
        byte[] found = new byte[MAGIC.length];
        read(where, found.length).get(found);
        return java.util.Arrays.equals(found, MAGIC);
    }

    /** All channels, by a first pass that leaves the messages where they are. */
    private List<BagTopic> survey() {
        Set<BagTopic> found = new LinkedHashSet<>();
        while (step(Set.of())) {
            found.addAll(channels.values());
        }
        found.addAll(channels.values());
        at = MAGIC.length;
        ended = false;
        return new ArrayList<>(found);
    }

    @Override
    public List<BagTopic> topics() {
        return topics;
    }

    @Override
    public BagMessage next(Set<String> wanted) {
        while (ready.isEmpty() && step(wanted)) {
            // Records without messages that are wanted.
        }
        return ready.poll();
    }

    /** Reads one record of the file; false behind the last one. */
    private boolean step(Set<String> wanted) {
        if (ended) {
            return false;
        }
        ByteBuffer header = read(at, RECORD_HEADER);
        int opcode = Byte.toUnsignedInt(header.get());
        long length = header.getLong();
        long content = at + RECORD_HEADER;
        if (length < 0 || length > size - content) {
            throw damaged("a record of %d bytes at byte %d".formatted(length, at));
        }
        at = content + length;
        switch (opcode) {
            case CHUNK -> chunk(content, length, wanted);
            case SCHEMA, CHANNEL, MESSAGE -> {
                List<BagMessage> one = new ArrayList<>();
                record(opcode, read(content, length), wanted, one);
                ready.addAll(one);
            }
            case DATA_END, FOOTER -> ended = true;
            default -> {
                // Indices, attachments, metadata: nothing to replay.
            }
        }
        return !ended;
    }

    private void chunk(long content, long length, Set<String> wanted) {
        ByteBuffer chunk = read(content, length);
        if (length < CHUNK_HEADER) {
            throw damaged("a chunk of %d bytes".formatted(length));
        }
        chunk.position(16);
        long unpacked = chunk.getLong();
        int crc = chunk.getInt();
        String compression = text(chunk);
        long packed = need(chunk, Long.BYTES).getLong();
        if (packed < 0 || packed > chunk.remaining()) {
            throw damaged("a chunk of %d bytes".formatted(packed));
        }
        byte[] bytes = new byte[(int) packed];
        chunk.get(bytes);
        byte[] records =
                switch (compression) {
                    case "" -> bytes;
                    case "zstd" -> Zstandard.unpack(file, bytes, unpacked);
                    default ->
                            throw new UsageException(
                                    "bag %s: got a chunk compressed by %s, wanted zstd or none; convert it with ros2 bag convert"
                                            .formatted(file, compression));
                };
        check(records, crc);
        records(ByteBuffer.wrap(records).order(ByteOrder.LITTLE_ENDIAN), wanted);
    }

    /** A checksum of 0 means that there is none. */
    private void check(byte[] records, int wanted) {
        CRC32 crc = new CRC32();
        crc.update(records);
        if (wanted != 0 && (int) crc.getValue() != wanted) {
            throw damaged("a chunk whose checksum is %08x".formatted(crc.getValue()));
        }
    }

    private void records(ByteBuffer records, Set<String> wanted) {
        List<BagMessage> messages = new ArrayList<>();
        while (records.hasRemaining()) {
            int opcode = Byte.toUnsignedInt(need(records, RECORD_HEADER).get());
            long length = records.getLong();
            if (length < 0 || length > records.remaining()) {
                throw damaged("a record of %d bytes inside of a chunk".formatted(length));
            }
            ByteBuffer content = records.slice(records.position(), (int) length);
            record(opcode, content.order(ByteOrder.LITTLE_ENDIAN), wanted, messages);
            records.position(records.position() + (int) length);
        }
        messages.sort(Comparator.comparingLong(BagMessage::nanos));
        ready.addAll(messages);
    }

    private void record(int opcode, ByteBuffer content, Set<String> wanted, List<BagMessage> out) {
        switch (opcode) {
            case SCHEMA -> {
                int id = Short.toUnsignedInt(need(content, 2).getShort());
                types.put(id, text(content));
            }
            case CHANNEL -> {
                int id = Short.toUnsignedInt(need(content, 4).getShort());
                String type = types.getOrDefault(Short.toUnsignedInt(content.getShort()), "");
                channels.put(id, new BagTopic(text(content), type, text(content)));
            }
            case MESSAGE -> {
                int id = Short.toUnsignedInt(need(content, 22).getShort());
                BagTopic topic = channels.get(id);
                if (topic == null) {
                    throw damaged("a message of channel %d, which was never opened".formatted(id));
                }
                if (wanted.contains(topic.name())) {
                    content.getInt();
                    long nanos = content.getLong();
                    content.getLong();
                    byte[] payload = new byte[content.remaining()];
                    content.get(payload);
                    out.add(new BagMessage(topic, nanos, payload));
                }
            }
            default -> {
                // Nothing else of a chunk is replayed.
            }
        }
    }

    private String text(ByteBuffer from) {
        int length = need(from, 4).getInt();
        if (length < 0 || length > from.remaining()) {
            throw damaged("a text of %d bytes".formatted(Integer.toUnsignedLong(length)));
        }
        byte[] bytes = new byte[length];
        from.get(bytes);
        return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }

    private ByteBuffer need(ByteBuffer from, int bytes) {
        if (from.remaining() < bytes) {
            throw damaged("%d bytes less than a record needs".formatted(bytes - from.remaining()));
        }
        return from;
    }

    private ByteBuffer read(long where, long length) {
        if (length > Zstandard.MOST_BYTES || where + length > size) {
            throw damaged("a record of %d bytes at byte %d".formatted(length, where));
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
        try {
            while (bytes.hasRemaining()) {
                if (in.read(bytes, where + bytes.position()) < 0) {
                    throw damaged("its end at byte %d".formatted(where + bytes.position()));
                }
            }
        } catch (IOException e) {
            throw damaged(e.getMessage());
        }
        return bytes.flip();
    }

    private UsageException damaged(String got) {
        return new UsageException(
                "bag %s: got %s, wanted a whole MCAP recording; copy it again, or mend it with mcap recover"
                        .formatted(file, got));
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException readOnly) {
            // Nothing was written: there is nothing to lose.
        }
    }
}
